"""The demo as a visitor finds it: every link answers, no list is empty, every state of the exchange is there."""

import json
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult
from lxml import html
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page

from tenants.exchange.models import Submission
from tenants.exchange.states import State
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.support.database import copied_database, empty_template, run_database_name, use_database

PORT = 8000
# Pages of one list differ in nothing but their rows; two of each are enough.
MOST_PAGES = 4000
SKIPPED = ("/quan-tri/", "/static/", "/tep/", "/hien-thi/")


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[dict]:
    from django.db import connection

    shared = connection.settings_dict["NAME"]
    description = tmp_path_factory.mktemp("demo") / "demo.json"
    with django_db_blocker.unblock(), copied_database(f"{run_database_name()}_demo", template=empty_template()) as name:
        use_database(name)
        call_command("create_demo", port=PORT, json=description, verbosity=0)
        yield json.loads(Path(description).read_text(encoding="utf-8"))
        use_database(shared)


@pytest.fixture(scope="module")
def crawled(demo) -> dict[str, tuple[int, str, bytes]]:
    """Address → (status, where it was linked first, content) of everything reachable from the sites' home pages."""
    waiting = deque((site["url"], "the list of sites") for site in demo["sites"])
    found: dict[str, tuple[int, str, bytes]] = {}
    while waiting and len(found) < MOST_PAGES:
        address, origin = waiting.popleft()
        parts = urlsplit(address)
        if address in found or not parts.hostname.endswith(".localhost") or parts.path.startswith(SKIPPED):
            continue
        response = Client(raise_request_exception=False, headers={"host": parts.netloc}).get(
            address.split(parts.netloc, 1)[1]
        )
        found[address] = (response.status_code, origin, response.content)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            waiting.extend((link, address) for link in _links(response.content, address))
    return found


def _links(content: bytes, address: str) -> list[str]:
    root = html.fromstring(content)
    links = [urldefrag(urljoin(address, link))[0] for link in root.xpath("//a/@href")]
    return [link for link in links if link.startswith("http") and not _is_one_of_many(urlsplit(link))]


def _is_one_of_many(parts: SplitResult) -> bool:
    """Return True for combinations of a list's filters, for the pictures of an album after its second, and for all but
    one copy of a list's files: a sender gets few."""
    if parts.query.startswith("anh="):
        return parts.query not in {"anh=1", "anh=2"}
    is_file = parts.path.endswith((".xlsx", ".csv", "/xuat-excel/"))
    return "&" in parts.query or (is_file and (bool(parts.query) or not parts.netloc.startswith("portal.")))


def test_every_link_answers(crawled) -> None:
    dead = {address: origin for address, (status, origin, _) in crawled.items() if status not in {200, 301, 302}}
    assert not dead
    assert len(crawled) > 300


def test_no_list_is_empty(crawled) -> None:
    empty = [address for address, (_, _, content) in crawled.items() if b"cg-empty" in content and "?" not in address]
    assert not empty


def test_every_state_of_the_exchange_is_there(demo) -> None:
    assert {State(state) for state in Submission.objects.values_list("state", flat=True)} == set(State)


def test_two_hundred_posts_and_a_login_for_each_role(demo, crawled) -> None:
    articles = [content for _, _, content in crawled.values() if b'"NewsArticle"' in content]
    assert len(articles) >= 200
    assert len({login["role"] for login in demo["logins"]}) >= 9


def test_admin_search_answers_before_any_worker_has_run(demo) -> None:
    assert not DBTaskResult.objects.filter(task_path=insert_or_update_object_task.module_path).exists()
    portal = UnitSite.objects.select_related("unit").get(is_portal=True)
    with use_site(portal):
        assert Page.objects.all().autocomplete("tuyen sinh").count() > 0
