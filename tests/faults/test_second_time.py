"""The page editor's buttons pressed twice, and the same page in two tabs: nothing is doubled and nothing lost."""

import uuid
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageLogEntry, WorkflowState

from sites.models import ArticlePage
from tenants.exchange.models import Notice
from tenants.units.context import use_site
from tests.factories.pages import make_article
from tests.faults.test_races import at_once, logged_in
from tests.faults.verbs import MINH
from tests.sites.admin.test_publishing import form_of
from tests.support.network import site_of

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("network")]
AN_BINH = "th-an-binh"


def draft() -> ArticlePage:
    with use_site(site_of(AN_BINH)):
        return make_article(live=False)


def loaded(page: ArticlePage, **changes: Any) -> dict[str, Any]:
    """Return what a tab posts that has opened the page as it is now."""
    with use_site(site_of(AN_BINH)):
        page = ArticlePage.objects.get(pk=page.pk)
        seen = {
            "loaded_revision_id": page.latest_revision_id,
            "loaded_revision_created_at": page.latest_revision.created_at.isoformat(),
        }
    return form_of(page, **seen, **{"body-0-id": str(uuid.uuid4())}, **changes)


def same_browser(client: Client) -> Client:
    twin = Client(headers={"host": f"{AN_BINH}.localhost"})
    twin.cookies = client.cookies
    return twin


def two_clicks(page: ArticlePage, button: str) -> list[Any]:
    client, data = logged_in(MINH, AN_BINH), loaded(page, **{button: "1"})
    address = f"/quan-tri/pages/{page.pk}/edit/"
    clicks = [client, same_browser(client)]
    return at_once(*[lambda click=click: click.post(address, data) for click in clicks])


def sentences(client: Client) -> str:
    return str(client.get("/quan-tri/pages/").content.decode())


def test_a_draft_submitted_by_two_clicks_is_submitted_once() -> None:
    page = draft()
    notices = Notice.objects.count()
    answers = two_clicks(page, "action-submit")
    assert [answer.status_code for answer in answers] == [302, 302]
    with use_site(site_of(AN_BINH)):
        assert WorkflowState.objects.filter(object_id=str(page.pk)).count() == 1
        assert page.revisions.count() == 2
    assert Notice.objects.count() <= notices + 1


def test_a_draft_published_by_two_clicks_is_published_once() -> None:
    page = draft()
    answers = two_clicks(page, "action-publish")
    assert [answer.status_code for answer in answers] == [302, 302]
    with use_site(site_of(AN_BINH)):
        assert ArticlePage.objects.get(pk=page.pk).live
        assert PageLogEntry.objects.filter(page_id=page.pk, action="wagtail.publish").count() == 1
        assert page.revisions.count() == 2


@pytest.mark.parametrize(
    ("button", "sentence"),
    [
        ("action-submit", "Bài đã gửi duyệt. Lần bấm sau không gửi thêm lần nữa."),
        ("action-publish", "Bài đã đăng. Lần bấm sau không đăng thêm lần nữa."),
    ],
)
def test_the_second_click_reads_what_the_first_one_did(button: str, sentence: str) -> None:
    page, client = draft(), logged_in(MINH, AN_BINH)
    data = loaded(page, **{button: "1"})
    for _click in range(2):
        client.post(f"/quan-tri/pages/{page.pk}/edit/", data)
    assert sentences(client).count(sentence) == 1


def test_a_second_tab_keeps_both_texts_and_says_so_in_one_sentence() -> None:
    page, client = draft(), logged_in(MINH, AN_BINH)
    tabs = [loaded(page, title="Từ thẻ thứ nhất"), loaded(page, title="Từ thẻ thứ hai")]
    for tab in tabs:
        client.post(f"/quan-tri/pages/{page.pk}/edit/", tab)
    assert sentences(client).count("đã lưu một bản khác của bài này lúc") == 1
    with use_site(site_of(AN_BINH)):
        titles = [revision.content["title"] for revision in page.revisions.order_by("pk")]
        assert titles[-2:] == ["Từ thẻ thứ nhất", "Từ thẻ thứ hai"]


def test_a_tab_that_saves_again_and_again_is_told_nothing() -> None:
    page, client = draft(), logged_in(MINH, AN_BINH)
    for title in ("Một", "Hai"):
        client.post(f"/quan-tri/pages/{page.pk}/edit/", loaded(page, title=title))
    assert "bản khác của bài này" not in sentences(client)


def test_a_second_tab_with_other_words_is_not_taken_for_a_second_click() -> None:
    page, client = draft(), logged_in(MINH, AN_BINH)
    tabs = [loaded(page, title=title, **{"action-publish": "1"}) for title in ("Tên thứ nhất", "Tên thứ hai")]
    for tab in tabs:
        client.post(f"/quan-tri/pages/{page.pk}/edit/", tab)
    with use_site(site_of(AN_BINH)):
        assert ArticlePage.objects.get(pk=page.pk).title == "Tên thứ hai"
