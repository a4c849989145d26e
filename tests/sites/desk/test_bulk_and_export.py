"""Several at once: publishing plain news row by row, and the list as a spreadsheet."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, State
from tests.factories.exchange import send_post
from tests.sites.desk.conftest import BASE

BULK = f"{BASE}dang-nhieu-bai/"


@pytest.fixture
def three(an_binh, phu_hoa):
    return [
        send_post(an_binh, "minh@anbinh.example", "Bài một"),
        send_post(an_binh, "minh@anbinh.example", "Bài hai"),
        send_post(phu_hoa, "binh@phuhoa.example", "Bài ba"),
    ]


def test_chosen_news_is_looked_at_once_more_and_published_with_one_event_each(dung, three) -> None:
    keys = [row.pk for row in three]
    question = dung.post(BULK, {"bai": keys}).content.decode()
    assert "Đăng 3 bài đã chọn?" in question
    assert not Submission.objects.filter(state=State.PUBLISHED).exists()
    results = dung.post(BULK, {"bai": keys, "confirmed": "1"}).content.decode()
    assert "Đã đăng 3 trong 3 bài" in results
    for row in three:
        assert list(row.events.values_list("verb", flat=True)) == ["send", "claim", "publish"]


def test_a_refused_row_says_why_and_leaves_the_others_alone(dung, khoa, three) -> None:
    _first, second, third = three
    Submission.objects.filter(pk=second.pk).update(news_class=NewsClass.PROFESSIONAL)
    khoa.post(f"{BASE}{third.pk}/nhan/")
    results = dung.post(BULK, {"bai": [row.pk for row in three], "confirmed": "1"}).content.decode()
    assert "Đã đăng 1 trong 3 bài" in results
    assert "Bài chuyên môn, chính luận không đăng hàng loạt được." in results
    assert "Đặng Đăng Khoa đang xử lý bài này." in results
    states = dict(Submission.objects.values_list("pk", "state"))
    assert [states[row.pk] for row in three] == [State.PUBLISHED, State.SUBMITTED, State.CLAIMED]


def test_nothing_chosen_is_said(dung, three) -> None:
    assert "Thầy cô chưa chọn bài nào." in dung.post(BULK, {}, follow=True).content.decode()
    assert "Thầy cô chưa chọn bài nào." in dung.post(BULK, {"bai": ["x", "999999"]}, follow=True).content.decode()


def sheet_of(client, query: str = ""):
    response = client.get(f"{BASE}xuat-excel/{query}")
    assert response["content-disposition"].endswith('.xlsx"')
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(response.content)).active.iter_rows()]


def test_export_holds_the_filtered_list(dung, three) -> None:
    rows = sheet_of(dung, "?don_vi=phu hoa")
    assert rows[0][:2] == ["Tiêu đề", "Đơn vị"]
    assert [row[0] for row in rows[1:]] == ["Bài ba"]
    assert rows[1][6] == "Mới gửi"
    assert len(sheet_of(dung)) == 4


def test_title_that_looks_like_a_formula_is_text(dung, an_binh) -> None:
    send_post(an_binh, "minh@anbinh.example", '=HYPERLINK("http://xau.example")')
    response = dung.get(f"{BASE}xuat-excel/")
    cell = load_workbook(BytesIO(response.content)).active["A2"]
    assert cell.data_type == "s"
