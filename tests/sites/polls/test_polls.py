"""A poll takes one answer a browser, shows its results, and never who answered."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from sites.polls.models import Opinion, PollPage, PollsPage, PollState, Vote
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.support.guarded_form import Sender
from tests.support.multiply_page import multiply_page

pytestmark = pytest.mark.django_db

LIST = "/y-kien-tham-do/"
TODAY = timezone.localdate()
DAY = timedelta(days=1)
YES, NO = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
CHOICES = [{"type": "choice", "value": "Buổi sáng", "id": YES}, {"type": "choice", "value": "Buổi chiều", "id": NO}]


def add_poll(title: str = "Họp phụ huynh vào buổi nào?", **fields: Any) -> PollPage:
    values = {"choices": CHOICES, "opens_date": TODAY - DAY, "closes_date": TODAY + 10 * DAY, **fields}
    page = PollPage(title=title, live=False, **values)
    page.clean()
    PollsPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    page.address = page.url
    return page


@pytest.fixture
def reader(visitor: Callable[[str], Client]) -> Client:
    return visitor("so-gddt")


@pytest.fixture
def poll(portal: UnitSite) -> PollPage:
    with use_site(portal):
        return add_poll(has_opinion_box=True)


def votes(site: UnitSite) -> list[str]:
    with use_site(site):
        return list(Vote.objects.values_list("choice", flat=True))


def vote(send: Sender, client: Client, poll: PollPage, **fields: str) -> Any:
    return send(client, poll.address, to=f"/y-kien/{poll.pk}/", **fields)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"closes_date": TODAY - 5 * DAY}, "Ngày đóng đứng trước ngày mở"),
        ({"choices": CHOICES[:1]}, "ít nhất hai lựa chọn"),
        ({"choices": []}, "ít nhất hai lựa chọn"),
    ],
)
def test_unfit_poll_is_refused_in_words(portal: UnitSite, fields: dict[str, Any], sentence: str) -> None:
    with use_site(portal), pytest.raises(ValidationError) as refusal:
        add_poll(**fields)
    assert sentence in " ".join(refusal.value.messages)


def test_vote_counts_and_leads_to_the_results(reader: Client, portal: UnitSite, poll: PollPage, send: Sender) -> None:
    assert "cg-bars" not in reader.get(poll.address).text
    vote(send, reader, poll, choice=YES)
    assert votes(portal) == [YES]
    page = reader.get(poll.address).text
    assert "đã được ghi nhận" in page
    assert "1 người đã chọn" in page
    assert "100\N{NO-BREAK SPACE}%" in page
    assert "Gửi ý kiến" not in page


def test_one_browser_votes_once_and_another_again(
    reader: Client, visitor: Callable[[str], Client], portal: UnitSite, poll: PollPage, send: Sender
) -> None:
    first = vote(send, reader, poll, choice=YES)
    reader.post(f"/y-kien/{poll.pk}/", first.wsgi_request.POST.dict() | {"choice": NO})
    other = visitor("so-gddt")
    sent = vote(send, other, poll, choice=NO).wsgi_request.POST.dict()
    other.cookies.clear()
    other.post(f"/y-kien/{poll.pk}/", sent)  # the same form once more, from a browser that forgot
    assert sorted(votes(portal)) == [YES, NO]


def test_cookie_is_signed_for_this_host_and_poll_alone(
    reader: Client, portal: UnitSite, poll: PollPage, send: Sender
) -> None:
    cookie = vote(send, reader, poll, choice=YES).cookies[f"lt_poll_{poll.pk}"]
    assert cookie["domain"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert YES not in cookie.value
    with use_site(portal):
        second = add_poll("Câu khác?")
    reader.cookies[f"lt_poll_{second.pk}"] = cookie.value
    assert "Gửi ý kiến" in reader.get(second.address).text


def test_page_is_kept_by_nobody(reader: Client, poll: PollPage) -> None:
    assert "no-store" in reader.get(poll.address)["Cache-Control"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Bạn chưa chọn"),
        ({"choice": "bia"}, "Lựa chọn này không còn"),
        ({"choice": YES, "opinion": "a" * 2001}, "Ý kiến dài 2001 ký tự"),
        ({"choice": YES, "sum": "0"}, "Kết quả chưa đúng"),
    ],
)
def test_what_is_wrong_is_said(
    reader: Client, portal: UnitSite, poll: PollPage, send: Sender, fields: dict[str, str], sentence: str
) -> None:
    answer = vote(send, reader, poll, **fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert votes(portal) == []


def test_opinion_is_for_editors_alone(
    reader: Client, log_in: Callable[..., Client], portal: UnitSite, poll: PollPage, send: Sender
) -> None:
    words = "Nên họp trực tuyến cho nhà xa."
    vote(send, reader, poll, choice=YES, opinion=words)
    assert words not in reader.get(poll.address).text
    assert words not in str(Entry.objects.get(object_type="poll").document)
    with use_site(portal):
        (opinion,) = Opinion.objects.all()
    desk = log_in("dung@so.example")
    assert words[:20] in desk.get("/quan-tri/y-kien/").text
    assert words in desk.get(f"/quan-tri/y-kien/{opinion.pk}/").text
    assert desk.get("/quan-tri/y-kien/?export=xlsx")["Content-Type"].endswith("sheet")


def test_poll_without_choices_takes_words(reader: Client, portal: UnitSite, send: Sender) -> None:
    with use_site(portal):
        box = add_poll("Bạn mong gì ở trang này?", choices=[], has_opinion_box=True)
    assert "Bạn chưa viết ý kiến" in vote(send, reader, box).text
    vote(send, reader, box, opinion="Chữ to hơn.")
    with use_site(portal):
        assert Opinion.objects.get().text == "Chữ to hơn."


@pytest.mark.parametrize(
    ("days", "state", "shows"),
    [((1, 5), PollState.NOT_OPEN, False), ((0, 0), PollState.OPEN, False), ((-9, -1), PollState.CLOSED, True)],
)
def test_dates_decide_what_a_reader_sees(
    reader: Client, portal: UnitSite, days: tuple[int, int], state: PollState, shows: bool
) -> None:
    with use_site(portal):
        page = add_poll(opens_date=TODAY + days[0] * DAY, closes_date=TODAY + days[1] * DAY)
    text = reader.get(page.address).text
    assert str(state.label) in text
    assert ("cg-bars__share" in text) is shows
    assert ("Gửi ý kiến" in text) is (state == PollState.OPEN)


def test_closed_poll_takes_no_vote(reader: Client, portal: UnitSite, poll: PollPage, send: Sender) -> None:
    sent = vote(send, reader, poll).wsgi_request.POST.dict() | {"choice": YES}
    with use_site(portal):
        PollPage.objects.update(opens_date=TODAY - 9 * DAY, closes_date=TODAY - DAY)
    answer = reader.post(f"/y-kien/{poll.pk}/", sent)
    assert answer.status_code == 422
    assert votes(portal) == []


def test_poll_of_another_unit_takes_no_vote(visitor: Callable[[str], Client], portal: UnitSite, poll: PollPage) -> None:
    assert visitor("th-an-binh").post(f"/y-kien/{poll.pk}/", {"choice": YES}).status_code == 404
    assert votes(portal) == []


@pytest.mark.parametrize("count", [0, 1, 9_999])
def test_list_costs_the_same_with_any_number_of_polls(
    reader: Client, portal: UnitSite, django_assert_max_num_queries: Callable, count: int
) -> None:
    with use_site(portal):
        if count:
            multiply_page(add_poll(), count)
    reader.get(LIST)
    with django_assert_max_num_queries(6):
        page = reader.get(LIST).text
    assert ("Đang mở" in page) is bool(count)
    assert ("Chưa có thăm dò nào" in page) is not bool(count)


def test_results_cost_one_query_however_many_voted(
    reader: Client, portal: UnitSite, django_assert_max_num_queries: Callable
) -> None:
    import uuid

    with use_site(portal):
        page = add_poll(opens_date=TODAY - 9 * DAY, closes_date=TODAY - DAY)
        Vote.objects.bulk_create([Vote(page=page, form_key=uuid.uuid4(), choice=YES) for _number in range(3000)])
    reader.get(page.address)
    with django_assert_max_num_queries(8):
        assert "3.000 người đã chọn" in reader.get(page.address).text


def test_feed_names_the_polls(reader: Client, poll: PollPage) -> None:
    assert poll.title in reader.get(f"{LIST}feed/").text
