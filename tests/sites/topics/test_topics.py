"""A unit's short list of topics: kept by its editors, chosen on posts, followed by readers, carried up as words."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from search.documents import build_document
from sites.models import ArticlePage, HomePage, RepublishedPage, SectionPage
from sites.topics.book import MOST_A_POST, Topic
from tenants.exchange.models import Edition
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.exchange import publish_post, send_post
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
LogIn = Callable[..., Client]
URL = "/quan-tri/chu-de/"
SAFETY, READING = Topic.named("An toàn trường học"), Topic.named("Sách và thư viện")


def keep(site: UnitSite, *topics: Topic) -> None:
    from tenants.units.generation import raise_generation

    with use_site(site):
        HomePage.objects.filter(locale__language_code="vi").update(topics=[topic._asdict() for topic in topics])
        raise_generation()


def kept(site: UnitSite) -> list[Topic]:
    with use_site(site):
        return [Topic(**row) for row in HomePage.objects.get().topics]


def lines(*pairs: tuple[str, str]) -> dict[str, str]:
    values = {"form-TOTAL_FORMS": str(len(pairs)), "form-INITIAL_FORMS": "0"}
    for number, (slug, name) in enumerate(pairs):
        values |= {f"form-{number}-slug": slug, f"form-{number}-name": name}
    return values


@pytest.fixture
def topics(an_binh: UnitSite) -> UnitSite:
    keep(an_binh, SAFETY, READING)
    return an_binh


def text_of(client: Client, address: str) -> str:
    return client.get(address).text.replace("\xa0", " ")


def test_editor_keeps_the_list_and_a_new_name_keeps_the_slug(topics: UnitSite, log_in: LogIn) -> None:
    lan = log_in("lan@anbinh.example")
    assert "An toàn trường học" in lan.get(URL).text
    answer = lan.post(
        URL, lines((SAFETY.slug, "Trường học an toàn"), (READING.slug, ""), ("", "  Chuyển   đổi số "), ("", ""))
    )
    assert answer.status_code == 302
    assert kept(topics) == [Topic(SAFETY.slug, "Trường học an toàn"), Topic("chuyen-doi-so", "Chuyển đổi số")]
    shown = lan.get(URL).text
    assert 'value="Chuyển đổi số"' in shown
    assert READING.name not in shown


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([("", "Sách"), ("", "sach")], "đã có ở dòng trên"),
        ([("", "!!!")], "ít nhất một chữ cái"),
        ([("", "a" * 61)], "dài quá 60 ký tự"),
    ],
)
def test_unclear_lines_are_refused_and_nothing_is_lost(
    topics: UnitSite, log_in: LogIn, pairs: list[tuple[str, str]], sentence: str
) -> None:
    answer = log_in("lan@anbinh.example").post(URL, lines(*pairs))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert pairs[-1][1] in answer.text
    assert kept(topics) == [SAFETY, READING]


@pytest.mark.parametrize(
    ("email", "status"),
    [
        ("thu@anbinh.example", 403), ("lan@anbinh.example", 200), ("minh@anbinh.example", 200),
        ("dung@so.example", 200), ("mai@so.example", 403), ("khoa@so.example", 200),
    ],
)  # fmt: skip
def test_who_may_keep_the_list(log_in: LogIn, email: str, status: int) -> None:
    assert log_in(email).get(URL).status_code == status


def test_older_draft_of_the_home_page_brings_no_older_list_back(topics: UnitSite) -> None:
    with use_site(topics):
        revision = HomePage.objects.get().save_revision()
    keep(topics, READING)
    with use_site(topics):
        Revision.objects.get(pk=revision.pk).publish()
    assert kept(topics) == [READING]


def test_writer_chooses_topics_in_the_plain_form(topics: UnitSite, log_in: LogIn) -> None:
    with use_site(topics):
        section = SectionPage.objects.get(key="tin-tuc").pk
    minh = log_in("minh@anbinh.example")
    assert "Sách và thư viện" in minh.get("/quan-tri/viet-bai/").text
    form = {"token": str(uuid4()), "title": "Ngày đọc", "summary": "", "text": "Cả trường đọc.", "section": section}
    minh.post("/quan-tri/viet-bai/", {**form, "topics": [READING.slug], "step": "publish"})
    with use_site(topics):
        assert ArticlePage.objects.get().topics == [READING.slug]


def test_forms_do_not_ask_where_there_are_no_topics(an_binh: UnitSite, log_in: LogIn) -> None:
    with use_site(an_binh):
        page = make_article()
    minh = log_in("minh@anbinh.example")
    for address in ("/quan-tri/viet-bai/", f"/quan-tri/pages/{page.pk}/edit/"):
        assert 'name="topics"' not in minh.get(address).text


def test_full_form_shows_the_boxes(topics: UnitSite, log_in: LogIn) -> None:
    with use_site(topics):
        page = make_article(topics=[SAFETY.slug])
    text = log_in("minh@anbinh.example").get(f"/quan-tri/pages/{page.pk}/edit/").text
    assert text.count('name="topics"') == 2
    assert re.search(rf'value="{SAFETY.slug}"[^>]* checked', text)


def test_more_than_five_topics_are_refused(an_binh: UnitSite, log_in: LogIn) -> None:
    many = [Topic.named(f"Chủ đề {letter}") for letter in "abcdefg"]
    keep(an_binh, *many)
    form = {
        "token": str(uuid4()),
        "title": "Bài",
        "text": "Chữ.",
        "topics": [one.slug for one in many],
        "step": "draft",
    }
    answer = log_in("minh@anbinh.example").post("/quan-tri/viet-bai/", form)
    assert f"tối đa {MOST_A_POST} chủ đề" in answer.text


def test_article_links_to_what_else_there_is(topics: UnitSite, visitor: Visitor) -> None:
    with use_site(topics):
        address = make_article(topics=[SAFETY.slug, "khong-con"]).url
    text = text_of(visitor("th-an-binh"), address)
    assert f'href="/tin-tuc/?chu-de={SAFETY.slug}">An toàn trường học</a>' in text
    assert "khong-con" not in text


def test_listing_and_feed_hold_the_posts_of_one_topic(topics: UnitSite, visitor: Visitor) -> None:
    with use_site(topics):
        make_article("Diễn tập thoát hiểm", topics=[SAFETY.slug])
        make_article("Ngày hội đọc", topics=[READING.slug, SAFETY.slug])
        make_article("Bài không chủ đề")
    client = visitor("th-an-binh")
    everything = text_of(client, "/tin-tuc/")
    assert "Bài không chủ đề" in everything
    assert f'href="?chu-de={READING.slug}"' in everything
    for address in (f"/tin-tuc/?chu-de={READING.slug}", f"/tin-tuc/feed/?chu-de={READING.slug}"):
        text = text_of(client, address)
        assert "Ngày hội đọc" in text
        assert "Diễn tập thoát hiểm" not in text
    assert f"/tin-tuc/feed/?chu-de={READING.slug}" in text_of(client, f"/tin-tuc/?chu-de={READING.slug}")
    assert "Bài không chủ đề" in text_of(client, "/tin-tuc/?chu-de=khong-co")
    assert client.get("/tin-tuc/feed/?chu-de=khong-co").status_code == 404


def test_section_without_posts_of_a_topic_says_so(topics: UnitSite, visitor: Visitor) -> None:
    text = text_of(visitor("th-an-binh"), f"/tin-tuc/?chu-de={SAFETY.slug}")
    assert "chưa có bài nào về chủ đề An toàn trường học" in text


def test_topics_cost_no_query(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        address = make_article(topics=[SAFETY.slug]).url
    client = visitor("th-an-binh")

    def cost(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        return len(queries)

    before = [cost(path) for path in ("/tin-tuc/", address, "/tin-tuc/feed/")]
    keep(an_binh, SAFETY, READING)
    assert [cost(path) for path in ("/tin-tuc/", address, "/tin-tuc/feed/")] == before
    assert cost(f"/tin-tuc/?chu-de={SAFETY.slug}") <= before[0]


def test_topics_travel_as_words_and_the_copy_gets_those_the_portal_has(
    topics: UnitSite, portal: UnitSite, visitor: Visitor
) -> None:
    keep(portal, Topic(SAFETY.slug, "An toàn trong trường"))
    submission = send_post(topics, "minh@anbinh.example", topics=[SAFETY.slug, READING.slug])
    assert Edition.objects.get().content["topics"] == [SAFETY.name, READING.name]
    publish_post(submission, portal)
    with use_site(portal):
        copy = RepublishedPage.objects.get()
        address = copy.url
    assert copy.topics == [SAFETY.slug]
    client = visitor("so-gddt")
    assert f"/thong-tin-tu-co-so/?chu-de={SAFETY.slug}" in text_of(client, address)
    assert copy.title in text_of(client, f"/thong-tin-tu-co-so/?chu-de={SAFETY.slug}")
    assert copy.title in text_of(client, f"/thong-tin-tu-co-so/feed/?chu-de={SAFETY.slug}")


def test_edition_from_before_there_were_topics_is_no_new_text(topics: UnitSite, portal: UnitSite) -> None:
    submission = send_post(topics, "minh@anbinh.example")
    edition = Edition.objects.get()
    content: dict[str, Any] = edition.content
    del content["topics"]
    Edition.objects.update(content=content)
    with use_site(topics):
        ArticlePage.objects.get(pk=submission.page_id).save_revision().publish()
    assert Edition.objects.count() == 1


def test_search_knows_the_words_of_topics(topics: UnitSite) -> None:
    with use_site(topics):
        assert build_document(make_article(topics=[SAFETY.slug])).keywords == "an toan truong hoc"
