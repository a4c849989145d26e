"""The editors' report of what readers look for: who may read it, what it offers, what is taken home."""

from io import BytesIO
from urllib.parse import quote

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from search.querylog import record

REPORT = "/quan-tri/nguoi-doc-tim-gi/"
KHOA, MAI, LAN = "khoa@so.example", "mai@so.example", "lan@anbinh.example"


@pytest.fixture
def asked(portal):
    for text, total in (("tuyển sinh", 5), ("bể bơi", 0), ("bể bơi", 0), ("bể bơi", 0), ("=1+1", 9)):
        for _ in range(3):
            record.record(
                text=text,
                unit=portal.unit,
                is_network=True,
                total=total,
                is_degraded=False,
                seconds=0.01,
                at=timezone.now(),
            )
    record.write(record.waiting.take())


def test_question_in_vain_leads_to_synonyms_and_best_bets(asked, log_in):
    page = log_in(KHOA).get(REPORT, {"muc": "khong-thay"}).text
    assert "15 lượt tìm, 60% không thấy gì." in page
    assert "tuyển sinh" not in page
    for address in ("/quan-tri/tu-dong-nghia/them/", "/quan-tri/de-xuat/them/"):
        assert f'href="{address}?cau-hoi={quote("bể bơi")}"' in page


def test_list_costs_the_same_for_any_number_of_questions(asked, log_in, django_assert_max_num_queries):
    client = log_in(KHOA)
    client.get(REPORT)
    with django_assert_max_num_queries(30):
        assert "tuyển sinh" in client.get(REPORT, {"ky": "7", "trang": "9"}).text


def test_list_is_taken_home_without_formulas(asked, log_in):
    answer = log_in(KHOA).get(f"{REPORT}xuat-excel/")
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert rows[1:] == [("bể bơi", 9, 9, 1), ("=1+1", 3, 0, 1), ("tuyển sinh", 3, 0, 1)]


def test_report_is_for_the_desk_of_the_portal_alone(asked, log_in):
    assert log_in(MAI).get(REPORT).status_code == 403
    assert log_in(LAN).get(REPORT).status_code == 404


@pytest.mark.parametrize("query", ["muc=x&ky=abc&trang=-1", "ky=999999999999&trang=99999999999999999999"])
def test_nonsense_in_the_address_gets_an_ordinary_page(log_in, query):
    assert log_in(KHOA).get(f"{REPORT}?{query}").status_code == 200
