"""What everybody reads."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from sites.questions.models import QuestionsPage
from sites.questions.presenters.listing import answer_note
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.questions.conftest import add_answered
from tests.support.multiply_page import multiply_page

pytestmark = pytest.mark.django_db

LIST = "/hoi-dap/"


@pytest.fixture
def reader(visitor: Callable[[str], Client]) -> Client:
    return visitor("th-an-binh")


def test_empty_section_says_what_to_do(reader: Client) -> None:
    page = reader.get(LIST).text
    assert "Chưa có câu hỏi nào được đăng" in page
    assert "/hoi-dap/gui/" in page


def test_answered_question_is_listed_with_room_and_days(reader: Client, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_answered()
    page = reader.get(LIST).text
    assert "1 câu hỏi đã trả lời" in page
    assert "Phòng Giáo dục phổ thông trả lời ngày 23/11/2026, sau 3 ngày" in page


def test_filters_find_by_topic_and_by_words_without_marks(reader: Client, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_answered()
        add_answered("Bữa trưa của trẻ có những gì?", topic="an-toan", question="Cháu ăn gì ở trường?")
    for query, found, missed in (
        ("q=giay+to", "Chuyển trường giữa năm", "Bữa trưa"),
        ("linh-vuc=an-toan", "Bữa trưa", "Chuyển trường giữa năm cần"),
        ("linh-vuc=bia&q=", "Bữa trưa", "Không có câu hỏi nào như vậy"),
        ("q=khong-co-chu-nay", "Không có câu hỏi nào như vậy", "Bữa trưa"),
    ):
        page = reader.get(f"{LIST}?{query}").text
        assert found in page, query
        assert missed not in page, query


@pytest.mark.parametrize("address", [LIST, f"{LIST}?linh-vuc=an-toan&trang=300", f"{LIST}?q=cau+hoi"])
def test_ten_thousand_questions_cost_what_one_costs(
    reader: Client, an_binh: UnitSite, django_assert_max_num_queries: Callable, address: str
) -> None:
    with use_site(an_binh):
        first = add_answered(topic="an-toan")
        multiply_page(first, 9_999)
    reader.get(address)
    with django_assert_max_num_queries(8):
        assert reader.get(address).status_code == 200


def test_private_section_shows_nothing_and_takes_nothing(reader: Client, an_binh: UnitSite) -> None:
    from wagtail.models import PageViewRestriction

    with use_site(an_binh):
        add_answered()
        section = QuestionsPage.objects.get()
        PageViewRestriction.objects.create(page=section, restriction_type="password", password="mat ma")
    assert "Chuyển trường giữa năm" not in reader.get(LIST).text
    assert reader.get("/hoi-dap/gui/").status_code == 404


@pytest.mark.parametrize(
    ("received", "answered", "note"),
    [
        (None, date(2026, 11, 23), "Văn phòng trả lời ngày 23/11/2026"),
        (date(2026, 11, 23), date(2026, 11, 23), "Văn phòng trả lời ngày 23/11/2026, ngay trong ngày"),
        (date(2026, 11, 20), date(2026, 11, 23), "Văn phòng trả lời ngày 23/11/2026, sau 3 ngày"),
    ],
)
def test_note_tells_how_long_it_took(received: date | None, answered: date, note: str) -> None:
    assert answer_note("Văn phòng", received, answered) == note


def test_feed_names_the_newest_answers(reader: Client, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_answered()
    feed = reader.get(f"{LIST}feed/")
    assert "Chuyển trường giữa năm" in feed.text
    assert feed["Content-Type"].startswith("application/atom+xml")


def test_portal_home_shows_the_newest_answers_and_the_way_to_ask(
    visitor: Callable[[str], Client], portal: UnitSite
) -> None:
    with use_site(portal):
        add_answered()
    page = visitor("so-gddt").get("/").text
    assert "Chuyển trường giữa năm" in page
    assert "/hoi-dap/gui/" in page
