"""A notice opens and expires by its dates; the list has the nearest deadline first; lists come from workbooks."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError

from core.accounts.models import User
from core.media.intake import accept_document
from core.media.models import UnitDocument
from search.documents import build_document
from sites.admissions.blocks import SheetBlock
from sites.admissions.enums import AdmissionKind, AdmissionState, EntryLevel
from sites.admissions.models import AdmissionPage
from sites.models import SectionPage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tenants.units.models import Due, UnitSite
from tests.core.media.samples import upload
from tests.core.spreadsheets.test_read import book
from tests.support.multiply_page import multiply_page
from tests.support.network import site_of

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]

LIST = "/tuyen-sinh/"
TODAY = timezone.localdate()
DAY = timedelta(days=1)
MOST_QUERIES = 8


def section() -> SectionPage:
    return SectionPage.objects.get(key=SectionKey.ADMISSIONS)


def notice(title: str = "Tuyển sinh lớp 1", **fields: Any) -> AdmissionPage:
    values = {
        "level": EntryLevel.GRADE_1,
        "applicants": "Trẻ sinh năm 2020",
        "form": "Xét tuyển",
        "place": "Văn phòng trường",
        "opens_date": TODAY - DAY,
        "closes_date": TODAY + 20 * DAY,
        **fields,
    }
    return AdmissionPage(title=title, live=False, **values)


def add_notice(title: str = "Tuyển sinh lớp 1", **fields: Any) -> AdmissionPage:
    page = notice(title, **fields)
    page.clean()
    section().add_child(instance=page)
    page.save_revision().publish()
    return AdmissionPage.objects.get(pk=page.pk)


def workbook(*lines: list[object], name: str = "danh-sach.xlsx") -> UnitDocument:
    return UnitDocument.objects.create(title="Danh sách", file=accept_document(upload(name, book(*lines))))


def text_of(client: Client, address: str = LIST) -> str:
    return client.get(address).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2027, 5, 31), AdmissionState.NOT_OPEN),
        (date(2027, 6, 1), AdmissionState.OPEN),
        (date(2027, 6, 15), AdmissionState.OPEN),
        (date(2027, 6, 16), AdmissionState.EXPIRED),
    ],
)
def test_state_follows_from_the_dates(day: date, state: AdmissionState) -> None:
    assert notice(opens_date=date(2027, 6, 1), closes_date=date(2027, 6, 15)).state_on(day) == state


def test_deadline_before_the_opening_is_refused_in_words(an_binh: UnitSite) -> None:
    with use_site(an_binh), pytest.raises(ValidationError, match="Ngày hết hạn đứng trước ngày nhận"):
        notice(closes_date=TODAY - 9 * DAY).clean()


def test_notice_shows_every_fact_the_law_asks_for(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        page = add_notice(
            quota="68 học sinh",
            conditions="Đúng tuyến",
            hours="Giờ hành chính",
            contact="Cô văn thư",
            dossier=[("item", {"name": "Giấy khai sinh", "copies": "1 bản sao", "form": None})],
            body=[{"type": "paragraph", "value": "<p>Phụ huynh mang theo bút.</p>"}],
        )
        address = page.url
    text = text_of(visitor("th-an-binh"), address)
    for words in (
        "Trẻ sinh năm 2020", "68 học sinh", "Xét tuyển", "Đúng tuyến", "Giờ hành chính", "Văn phòng trường",
        "Cô văn thư", "Giấy khai sinh", "1 bản sao", "Phụ huynh mang theo bút.", "Đang nhận hồ sơ", "còn 20 ngày",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize(
    ("left", "words"), [(20, "Đang nhận hồ sơ"), (7, "Còn 7 ngày"), (0, "Hôm nay hết hạn"), (-1, "Đã hết hạn")]
)
def test_last_days_are_counted_and_the_end_comes_by_itself(
    an_binh: UnitSite, visitor: Visitor, left: int, words: str
) -> None:
    with use_site(an_binh):
        page = add_notice(opens_date=TODAY - 30 * DAY, closes_date=TODAY + left * DAY)
        address = page.url
    client = visitor("th-an-binh")
    assert words in text_of(client)
    text = text_of(client, address)
    assert words in text
    assert ("Thông báo này đã hết hạn" in text) is (left < 0)


def test_clock_comes_by_on_the_days_that_change_the_state(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_notice(opens_date=TODAY + DAY, closes_date=TODAY + 3 * DAY)
    days = {timezone.localtime(due.at).date() for due in Due.objects.filter(site=an_binh)}
    assert {TODAY + DAY, TODAY + 4 * DAY} <= days


def test_nearest_deadline_comes_first_and_expired_ones_last(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        for title, opens, closes in (
            ("Hạn xa", -9, 40), ("Đã qua lâu", -90, -60), ("Hạn gần", -9, 2), ("Vừa qua", -20, -1), ("Chưa mở", 5, 9),
        ):  # fmt: skip
            add_notice(title, opens_date=TODAY + opens * DAY, closes_date=TODAY + closes * DAY)
    text = text_of(visitor("th-an-binh"))
    places = [text.index(title) for title in ("Hạn gần", "Chưa mở", "Hạn xa", "Vừa qua", "Đã qua lâu")]
    assert places == sorted(places)


def test_list_is_filtered_and_unknown_values_are_dropped(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        add_notice("Lớp một đang mở")
        add_notice("Thi học sinh giỏi", kind=AdmissionKind.EXAM, level=EntryLevel.GIFTED, opens_date=TODAY + DAY)
    client = visitor("th-an-binh")
    for query, found, missed in (
        ("han=con-han", "Lớp một đang mở", "Thi học sinh giỏi</a>"),
        ("han=sap-mo", "Thi học sinh giỏi</a>", "Lớp một đang mở"),
        ("loai=ky-thi", "Thi học sinh giỏi</a>", "Lớp một đang mở"),
        ("cap=lop-1&loai=tuyen-sinh", "Lớp một đang mở", "Thi học sinh giỏi</a>"),
        ("han=het-han", "Không có thông báo nào như vậy", "Lớp một đang mở"),
        ("han=%00&cap=x&trang=99", "Lớp một đang mở", "Không có thông báo nào"),
    ):
        text = text_of(client, f"{LIST}?{query}")
        assert found in text, query
        assert missed not in text, query


def test_posts_of_the_section_stay_in_reach(an_binh: UnitSite, visitor: Visitor) -> None:
    from sites.models import ArticlePage

    with use_site(an_binh):
        page = ArticlePage(title="Hỏi đáp về tuyển sinh", live=False)
        section().add_child(instance=page)
        page.save_revision().publish()
    client = visitor("th-an-binh")
    assert "Hỏi đáp về tuyển sinh" in text_of(client)
    assert "Hỏi đáp về tuyển sinh" in text_of(client, f"{LIST}?xem=tin-bai")
    assert "Lọc thông báo" not in text_of(client, f"{LIST}?xem=tin-bai")


def test_feed_holds_notices_and_posts(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        add_notice("Thông báo số một")
    assert "Thông báo số một" in text_of(visitor("th-an-binh"), f"{LIST}feed/")


@pytest.mark.parametrize("count", [0, 1, 9_999])
def test_list_costs_the_same_with_any_number_of_notices(an_binh: UnitSite, visitor: Visitor, count: int) -> None:
    with use_site(an_binh):
        if count:
            multiply_page(add_notice(), count)
    client = visitor("th-an-binh")
    client.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        text = text_of(client)
    assert len(queries) <= MOST_QUERIES
    assert ("Chưa có thông báo thi, tuyển sinh nào" in text) is not bool(count)


def test_workbook_becomes_a_table_and_stays_a_file(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        file = workbook(["Số báo danh", "Phòng"], [660001, "P.01"], [660002, "P.02"])
        page = add_notice(lists=[{"type": "sheet", "value": {"title": "Phòng thi", "file": file.pk}}])
        address, file_address = page.url, file.url
    client = visitor("th-an-binh")
    text = text_of(client, address)
    assert '<th scope="col">Số báo danh</th>' in text
    assert "<td>660002</td><td>P.02</td>" in text
    assert text.count(">Phòng thi<") == 1
    assert '<table aria-labelledby="danh-sach-1">' in text
    assert "(XLSX," in text
    assert client.get(file_address).status_code == 200


def test_notice_costs_few_queries_and_never_opens_the_workbook(
    an_binh: UnitSite, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with use_site(an_binh):
        file = workbook(["SBD", "Phòng"], [1, "A"])
        address = add_notice(lists=[{"type": "sheet", "value": {"title": "Phòng thi", "file": file.pk}}]).url
    client = visitor("th-an-binh")
    client.get(address)
    monkeypatch.setattr("sites.admissions.sheets._read", None)
    with CaptureQueriesContext(connection) as queries:
        assert "<td>A</td>" in text_of(client, address)
    assert len(queries) <= MOST_QUERIES


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (([["SBD", "CCCD"], [1, 2]]), "Cột “CCCD” là dữ liệu cá nhân"),
        (([["SBD", "Số điện thoại"], [1, 2]]), "Cột “Số điện thoại” là dữ liệu cá nhân"),
        (([["SBD", "Phòng"]]), "không có dòng nào"),
        (([["SBD", "Phòng"], *([number, "A"] for number in range(1001))]), "hơn 1000 dòng"),
    ],
    ids=["identity number", "telephone", "empty", "long"],
)
def test_list_that_may_not_stand_there_is_refused_beside_its_file(
    an_binh: UnitSite, lines: list[list[object]], words: str
) -> None:
    with use_site(an_binh):
        block = SheetBlock()
        value = block.to_python({"title": "Danh sách", "file": workbook(*lines).pk})
        with pytest.raises(StructBlockValidationError) as refusal:
            block.clean(value)
    assert words in " ".join(refusal.value.block_errors["file"].messages)


def test_file_that_is_no_workbook_is_refused(an_binh: UnitSite) -> None:
    from tests.core.media.conftest import make_document

    with use_site(an_binh):
        page = notice(lists=[{"type": "sheet", "value": {"title": "Danh sách", "file": make_document().pk}}])
        with pytest.raises(ValidationError, match="phải là tệp Excel"):
            page.clean()


def test_notice_stands_in_its_section_alone(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        assert AdmissionPage.can_create_at(section())
        assert not AdmissionPage.can_create_at(SectionPage.objects.get(key=SectionKey.NEWS))


def test_editor_adds_a_notice_with_the_form(an_binh: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(an_binh):
        address = f"/quan-tri/pages/add/cms_admissions/admissionpage/{section().pk}/"
    client = log_in("minh@anbinh.example")
    empty_streams = {f"{name}-count": "0" for name in ("dossier", "body", "lists")}
    answer = client.post(
        address,
        {
            **empty_streams,
            "title": "Tuyển sinh lớp 1", "kind": "tuyen-sinh", "level": "lop-1", "applicants": "Trẻ 6 tuổi",
            "form": "Xét tuyển", "opens_date": "2027-06-20", "closes_date": "2027-06-01", "place": "Trường",
            "action-publish": "1",
        },
    )  # fmt: skip
    assert "Ngày hết hạn đứng trước ngày nhận" in answer.text


# add a draft, change another's, publish
MAY = {
    "thu@anbinh.example": (True, False, False),
    "lan@anbinh.example": (True, True, False),
    "minh@anbinh.example": (True, True, True),
    "dung@so.example": (True, True, True),
    "mai@so.example": (True, True, False),
    "khoa@so.example": (True, True, True),
}


@pytest.mark.parametrize("email", MAY)
def test_each_role_may_what_the_table_says(log_in: Callable[..., Client], email: str) -> None:
    code = "so-gddt" if email.endswith("@so.example") else "th-an-binh"
    log_in(email)
    with use_site(site_of(code)):
        user = User.objects.get(email=email)
        page = add_notice().permissions_for_user(user)
        assert (section().permissions_for_user(user).can_add_subpage(), page.can_edit(), page.can_publish()) == MAY[
            email
        ]


def test_search_finds_facts_and_papers_but_no_names_of_lists(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        file = workbook(["SBD", "Họ tên"], [1, "Hồ Thị Ngọc"])
        page = add_notice(
            dossier=[("item", {"name": "Giấy khai sinh", "copies": "", "form": None})],
            lists=[{"type": "sheet", "value": {"title": "Phòng thi", "file": file.pk}}],
        )
        document = build_document(page)
    assert document.object_type == "admission"
    assert "Trẻ sinh năm 2020" in document.body
    assert "Giấy khai sinh" in document.body
    assert "Hồ Thị Ngọc" not in str(document)
    assert document.keywords == "Tuyển sinh Lớp 1"
