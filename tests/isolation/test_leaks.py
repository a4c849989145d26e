"""Leaks that were reproduced with stock parts: each happens when the stock part is back, and only then."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection, connections, transaction
from django.test import RequestFactory
from django_tasks_db.models import DBTaskResult
from django_tenants.utils import tenant_context
from wagtail.models import Site

from core.accounts.models import User
from core.schema import active_schema, enter
from sites.models import ArticlePage, HomePage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.conftest import make_image
from tests.factories.pages import make_article
from tests.isolation import stock

ours_and_stock = pytest.mark.parametrize("is_stock", [False, True], ids=["ours", "stock"])


@ours_and_stock
def test_preview_stays_in_its_unit(an_binh: UnitSite, phu_hoa: UnitSite, settings, is_stock: bool) -> None:
    """Wagtail re-runs the middleware with Site.hostname, and a host may have passed to another unit since."""
    if is_stock:
        stock.put_back_edge(settings)
    with use_site(an_binh):
        draft = make_article("Bản nháp", live=False)
        Site.objects.update(hostname="th-phu-hoa.localhost")
        Site.clear_site_root_paths_cache()
        request = RequestFactory().get("/", headers={"host": "th-an-binh.localhost"})
        shown = draft.make_preview_request(original_request=request).content.decode()
    assert ("Trường Tiểu học Phú Hòa" in shown) is is_stock


def as_decorated(site: UnitSite) -> Callable[[], AbstractContextManager]:
    """Enter by one object again and again, as django-tenants' decorator does."""
    entered = tenant_context(site)
    return lambda: entered


@pytest.mark.parametrize(
    ("ways_in", "leaks"),
    [
        (lambda site: lambda: use_site(site), False),
        (lambda site: lambda: site, True),  # `with tenant:` keeps one list of what was active before for all threads
        (as_decorated, True),
    ],
    ids=["ours", "with tenant", "decorator"],
)
def test_a_thread_returns_to_its_own_unit(
    an_binh: UnitSite, phu_hoa: UnitSite, portal: UnitSite, ways_in: Callable, leaks: bool
) -> None:
    """Two threads enter the portal from their own units; the first one leaves while the second is still inside."""
    enter_portal = ways_in(portal)
    second_is_inside, first_has_left = threading.Event(), threading.Event()
    returned_to = []

    def first() -> None:
        enter(an_binh)
        with enter_portal():
            other.start()
            assert second_is_inside.wait(5)
        returned_to.append(active_schema())
        first_has_left.set()

    def second() -> None:
        enter(phu_hoa)
        with enter_portal():
            second_is_inside.set()
            assert first_has_left.wait(5)

    other, one = threading.Thread(target=second), threading.Thread(target=first)
    one.start()
    one.join()
    other.join()
    assert (returned_to != [an_binh.schema_name]) is leaks


def test_every_unit_numbers_content_types_alike(an_binh: UnitSite, phu_hoa: UnitSite, portal: UnitSite) -> None:
    """What units share in one process depends on it (core.database.content_types)."""
    numbered = []
    for site in (an_binh, phu_hoa, portal):
        with use_site(site):
            numbered.append(list(ContentType.objects.order_by("pk").values_list("pk", "app_label", "model")))
    assert numbered[0] == numbered[1] == numbered[2]
    assert ("cms_sites", "articlepage") in {row[1:] for row in numbered[0]}


@ours_and_stock
def test_content_types_of_public_are_not_found_in_a_unit(an_binh: UnitSite, monkeypatch, is_stock: bool) -> None:
    """One thread serves the console while another serves a unit; Django keeps one cache for both."""
    if is_stock:
        stock.put_back_content_type_cache(monkeypatch)
    ContentType.objects.clear_cache()
    with use_site(an_binh):
        number = ContentType.objects.filter(app_label="cms_sites", model="homepage").values_list("pk", flat=True).get()
        in_thread(lambda: ContentType.objects.get_for_id(number))
        in_thread(lambda: ContentType.objects.get_for_model(User))
        assert (ContentType.objects.get_for_id(number).model_class() is not HomePage) is is_stock


def in_thread(act: Callable[[], object]) -> None:
    """Run `act` on `public`, in a thread with a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


@ours_and_stock
@pytest.mark.parametrize("alias", ["default", "local"])
def test_caches_answer_only_the_unit_that_asked(
    an_binh: UnitSite, phu_hoa: UnitSite, monkeypatch, alias: str, is_stock: bool
) -> None:
    if is_stock:
        stock.put_back_cache_keys(monkeypatch)
    with use_site(an_binh):
        caches[alias].set("menu", "An Bình")
    with use_site(phu_hoa):
        assert (caches[alias].get("menu") == "An Bình") is is_stock


def test_every_cache_of_production_has_the_schema_in_its_keys() -> None:
    from core.settings.storage import CACHES

    assert {cache["KEY_FUNCTION"] for cache in CACHES.values()} == {"django_tenants.cache.make_key"}


@ours_and_stock
def test_what_waits_for_the_commit_runs_in_its_own_unit(
    an_binh: UnitSite, phu_hoa: UnitSite, monkeypatch, django_capture_on_commit_callbacks, is_stock: bool
) -> None:
    """A transaction spans two units; Wagtail queues the deletion of a file after it, when the outer one is active."""
    if is_stock:
        stock.put_back_on_commit(monkeypatch)
    with use_site(phu_hoa):
        image = make_image()
    with use_site(an_binh), django_capture_on_commit_callbacks(execute=True), use_site(phu_hoa):
        image.delete()
    task = DBTaskResult.objects.get(task_path="wagtail.tasks.delete_file_from_storage_task")
    assert (task.attempt.schema_name != phu_hoa.schema_name) is is_stock


@pytest.mark.parametrize("read", [list, lambda queryset: queryset], ids=["ours", "lazy"])
def test_a_list_keeps_what_its_unit_held(an_binh: UnitSite, phu_hoa: UnitSite, read: Callable) -> None:
    """A lazy queryset reads the schema it wakes in. test_crossings.py looks for them in our code."""
    with use_site(an_binh):
        make_article("Bài của An Bình")
        articles = read(ArticlePage.objects.all())
    with use_site(phu_hoa):
        make_article("Bài của Phú Hòa")
        titles = [article.title for article in articles]
    assert titles == (["Bài của An Bình"] if read is list else ["Bài của Phú Hòa"])


def test_a_table_outside_every_unit_fails_closed(db: None) -> None:
    """Nothing of Wagtail's is in `public`: code that forgot its unit raises rather than finding another's rows."""
    from django.db import ProgrammingError

    connection.set_schema_to_public()
    with pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
        ArticlePage.objects.exists()
