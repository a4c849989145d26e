"""A draft opens, takes comments, closes and is concluded, by its dates alone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from sites.clock import tick
from sites.consultations.models import ConsultationPage, ConsultationsPage, ConsultationState, ReceivedComment
from sites.consultations.models.comment import KEPT_AFTER_CLOSING
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import Due, UnitSite
from tests.core.media.conftest import make_document
from tests.support.guarded_form import Sender
from tests.support.multiply_page import multiply_page

pytestmark = pytest.mark.django_db

LIST = "/gop-y-du-thao/"
TODAY = timezone.localdate()
DAY = timedelta(days=1)
OUTCOME = [{"type": "paragraph", "value": "<p>Có 12 ý kiến, tiếp thu 9.</p>"}]
WORDS = {"text": "Điều 4 nên ghi rõ ai chịu trách nhiệm."}


def add_draft(title: str = "Quy định về dạy thêm, học thêm", **fields: Any) -> ConsultationPage:
    values = {
        "summary": "Sở lấy ý kiến về dự thảo.",
        "opens_date": TODAY - DAY,
        "closes_date": TODAY + 10 * DAY,
        "body": [{"type": "paragraph", "value": "<p>Điều 1. Phạm vi.</p>"}],
        **fields,
    }
    page = ConsultationPage(title=title, live=False, **values)
    page.clean()
    ConsultationsPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def reader(visitor: Callable[[str], Client]) -> Client:
    return visitor("so-gddt")


@pytest.fixture
def draft(portal: UnitSite) -> ConsultationPage:
    with use_site(portal):
        page = add_draft()
        page.address = page.url
        return page


def form_of(draft: ConsultationPage) -> str:
    return f"/gop-y/{draft.pk}/"


def received(site: UnitSite) -> list[ReceivedComment]:
    with use_site(site):
        return list(ReceivedComment.objects.all())


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 11, 30), ConsultationState.NOT_OPEN),
        (date(2026, 12, 1), ConsultationState.OPEN),
        (date(2026, 12, 15), ConsultationState.OPEN),
        (date(2026, 12, 16), ConsultationState.CLOSED),
        (date(2026, 12, 31), ConsultationState.CLOSED),
        (date(2027, 1, 1), ConsultationState.CONCLUDED),
    ],
)
def test_state_follows_from_the_dates(day: date, state: ConsultationState) -> None:
    page = ConsultationPage(
        opens_date=date(2026, 12, 1), closes_date=date(2026, 12, 15), outcome_date=date(2027, 1, 1), outcome=OUTCOME
    )
    assert page.state_on(day) == state


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"closes_date": TODAY - 5 * DAY}, "Ngày đóng đứng trước ngày mở"),
        ({"outcome_date": TODAY}, "chưa có kết quả"),
        ({"outcome": OUTCOME}, "ghi ngày công bố kết quả"),
    ],
)
def test_contradicting_dates_are_refused_in_words(portal: UnitSite, fields: dict[str, Any], sentence: str) -> None:
    with use_site(portal), pytest.raises(ValidationError) as refusal:
        add_draft(**fields)
    assert sentence in " ".join(refusal.value.messages)


def test_comment_is_received_and_stays_unseen(
    reader: Client, portal: UnitSite, draft: ConsultationPage, send: Sender
) -> None:
    answer = send(reader, form_of(draft), **WORDS, full_name="Bùi Thị Sen", consent="on")
    assert "đã đến người soạn dự thảo" in reader.get(answer["Location"]).text
    (comment,) = received(portal)
    assert (comment.text, comment.full_name) == (WORDS["text"], "Bùi Thị Sen")
    assert "Tôi đồng ý để Sở Giáo dục và Đào tạo Quảng Trị" in comment.consent_words
    page = reader.get(draft.address).text
    assert "1 ý kiến đã nhận" in page
    assert WORDS["text"] not in page
    assert WORDS["text"] not in str(Entry.objects.get(object_type="consultation").document)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "Bạn chưa viết ý kiến"),
        ({"text": "Hay."}, "cần ít nhất 10 ký tự"),
        ({"full_name": "Sen"}, "Hãy đánh dấu đồng ý"),
        ({"contact": "nhà tôi", "consent": "on"}, "không đọc được cách liên hệ"),
    ],
)
def test_what_is_missing_is_said(
    reader: Client, portal: UnitSite, draft: ConsultationPage, send: Sender, changes: dict[str, str], sentence: str
) -> None:
    answer = send(reader, form_of(draft), **{**WORDS, **changes})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert received(portal) == []


def test_form_sent_twice_is_one_comment(
    reader: Client, portal: UnitSite, draft: ConsultationPage, send: Sender
) -> None:
    sent = send(reader, form_of(draft), **WORDS).wsgi_request.POST.dict()
    reader.post(form_of(draft), sent)
    assert len(received(portal)) == 1


@pytest.mark.parametrize("days", [(1, 5), (-9, -1)])
def test_draft_that_is_not_open_offers_no_form(reader: Client, portal: UnitSite, days: tuple[int, int]) -> None:
    with use_site(portal):
        page = add_draft(opens_date=TODAY + days[0] * DAY, closes_date=TODAY + days[1] * DAY)
        address = page.url
    assert "Gửi góp ý" not in reader.get(address).text
    assert reader.get(form_of(page))["Location"] == address.removeprefix("http://portal.localhost")


def test_comment_sent_after_the_last_day_is_refused_and_not_lost(
    reader: Client, portal: UnitSite, draft: ConsultationPage, send: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.support.guarded_form import read_guard

    guard = read_guard(reader.get(form_of(draft)).text)
    with use_site(portal):
        ConsultationPage.objects.update(opens_date=TODAY - 9 * DAY, closes_date=TODAY - DAY)
    monkeypatch.setattr("core.formguard.form.QUICKEST", timedelta(0))
    answer = reader.post(form_of(draft), {**guard, **WORDS})
    assert "không nhận góp ý lúc này" in answer.text
    assert WORDS["text"] in answer.text
    assert received(portal) == []


def test_outcome_appears_on_its_day(reader: Client, portal: UnitSite) -> None:
    with use_site(portal):
        early = add_draft("Còn chờ", outcome=OUTCOME, outcome_date=TODAY + DAY).url
        ready = add_draft("Đã xong", outcome=OUTCOME, outcome_date=TODAY).url
    assert "tiếp thu 9" not in reader.get(early).text
    page = reader.get(ready).text
    assert "tiếp thu 9" in page
    assert "Gửi góp ý" not in page


def test_clock_comes_by_when_a_draft_opens_and_after_it_closed(portal: UnitSite) -> None:
    with use_site(portal):
        add_draft(opens_date=TODAY + DAY, closes_date=TODAY + 3 * DAY)
    days = {timezone.localtime(due.at).date() for due in Due.objects.filter(site=portal)}
    assert {TODAY + DAY, TODAY + 4 * DAY} <= days


def test_commenters_data_is_erased_ninety_days_after_the_closing(
    reader: Client, portal: UnitSite, draft: ConsultationPage, send: Sender
) -> None:
    send(reader, form_of(draft), **WORDS, contact="0912 345 678", consent="on")
    tick(at=timezone.now() + (draft.closes_date - TODAY) + KEPT_AFTER_CLOSING + DAY)
    (comment,) = received(portal)
    assert (comment.contact, comment.text) == ("", WORDS["text"])


@pytest.mark.parametrize("count", [0, 1, 9_999])
def test_list_costs_the_same_with_any_number_of_drafts(
    reader: Client, portal: UnitSite, django_assert_max_num_queries: Callable, count: int
) -> None:
    with use_site(portal):
        if count:
            multiply_page(add_draft(), count)
    reader.get(LIST)
    with django_assert_max_num_queries(6):
        page = reader.get(LIST).text
    assert ("Đang lấy ý kiến" in page) is bool(count)
    assert ("Chưa có dự thảo nào" in page) is not bool(count)


def test_feed_names_the_drafts(reader: Client, draft: ConsultationPage) -> None:
    assert draft.title in reader.get(f"{LIST}feed/").text


def test_editors_read_and_export_comments_nobody_else(
    log_in: Callable[..., Client], reader: Client, portal: UnitSite, draft: ConsultationPage, send: Sender
) -> None:
    send(reader, form_of(draft), **WORDS)
    (comment,) = received(portal)
    desk = log_in("dung@so.example")
    assert WORDS["text"][:30] in desk.get("/quan-tri/gop-y/").text
    assert WORDS["text"] in desk.get(f"/quan-tri/gop-y/{comment.pk}/").text
    assert desk.get("/quan-tri/gop-y/?export=xlsx")["Content-Type"].endswith("sheet")
    assert log_in("thu@anbinh.example").get("/quan-tri/gop-y/").status_code == 302


def test_attached_file_is_public_with_its_draft(reader: Client, portal: UnitSite) -> None:
    with use_site(portal):
        document = make_document()
        page = add_draft(attachments=[{"type": "document", "value": document.pk}])
        address, file_address = page.url, document.url
    assert file_address in reader.get(address).text
    assert reader.get(file_address).status_code == 200
