from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from wagtail.models import Locale, Site

from sites.models import HomePage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.browser.stack import Stack, free_port, running, variables
from tests.support.database import copied_database, run_database_name, use_database

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1",
]


@pytest.fixture(scope="session")
def stack(
    django_db_setup: None,
    django_db_blocker: pytest.FixtureRequest,
    elasticsearch_url: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stack]:
    """The running product with the small network of tests.support.network."""
    from django.db import connection

    folder, port = tmp_path_factory.mktemp("stack"), free_port()
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), copied_database(f"{run_database_name()}_browser") as name:
        use_database(name)
        for site in list(UnitSite.objects.select_related("unit")):
            with use_site(site):
                Site.objects.update(port=port)
                if site.is_portal:
                    _add_english_home()
        url = address_of(name)
        use_database(shared)
        environment = variables(database_url=url, elasticsearch_url=elasticsearch_url, port=port, folder=folder)
        with running(environment, port=port, folder=folder) as started:
            yield started


def _add_english_home() -> None:
    english = Locale.objects.get_or_create(language_code="en")[0]
    HomePage.objects.get().copy_for_translation(english).save_revision().publish()


def address_of(database: str) -> str:
    """Return the address of another database on the server of DATABASE_URL."""
    from urllib.parse import urlsplit, urlunsplit

    from core.settings import env

    return urlunsplit(urlsplit(env.database_url())._replace(path=f"/{database}"))


@pytest.fixture(scope="module")
def browser(chromium: str, stack: Stack) -> Iterator[Browser]:
    """A browser for one module: while Playwright runs, Django takes every query for one inside an event loop."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Return a function that opens a page of a new visitor on a phone 360 px wide."""
    yield from _visitors(browser, {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True})


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Return a function that opens a page of a new visitor at 1280 px."""
    yield from _visitors(browser, {"viewport": {"width": 1280, "height": 900}})


def _visitors(browser: Browser, options: dict[str, object]) -> Iterator[Callable[[], Page]]:
    contexts: list[BrowserContext] = []

    def visit() -> Page:
        context = browser.new_context(locale="vi-VN", **options)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Two photographs as a phone makes them."""
    from infra.demo.pictures import draw

    paths = [tmp_path / f"IMG_{number}.jpg" for number in (1, 2)]
    for seed, path in enumerate(paths):
        draw(scene="tree-planting", seed=seed, size=(2400, 1800)).save(path, quality=90)
    return paths
