"""The directory to take away."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from tenants.units.models import Unit, UnitSite
from tests.support.network import make_unit

Visitor = Callable[[str], Client]
CSV, XLSX = "/danh-ba/danh-ba-don-vi.csv", "/danh-ba/danh-ba-don-vi.xlsx"


def lines_of(client: Client, path: str) -> list[list[str]]:
    content = client.get(path).content
    if ".csv" in path:
        return list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.django_db
@pytest.mark.parametrize("path", [CSV, XLSX])
def test_file_holds_the_units_that_were_asked_for(path: str, an_binh: UnitSite, visitor: Visitor) -> None:
    head, *lines = lines_of(visitor("so-gddt"), f"{path}?q=an+binh")
    assert head[0] == "Tên đơn vị"
    assert [line[0] for line in lines] == ["Trường Tiểu học An Bình"]
    assert lines[0][8] == "http://th-an-binh.localhost:8000/"
    assert lines[0][9] == "Đang hoạt động"


@pytest.mark.django_db
def test_name_that_looks_like_a_formula_stays_words(visitor: Visitor) -> None:
    Unit.objects.filter(pk=make_unit("th-x", "tieu-hoc", "Trường X").pk).update(name="=HYPERLINK(1)")
    assert lines_of(visitor("so-gddt"), f"{CSV}?q=truong+x")[1][0] == "'=HYPERLINK(1)"
    sheet = load_workbook(BytesIO(visitor("so-gddt").get(f"{XLSX}?q=truong+x").content)).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=HYPERLINK(1)", "s")


@pytest.mark.django_db
def test_too_many_files_in_a_row_are_refused_in_a_sentence(visitor: Visitor) -> None:
    client = visitor("so-gddt")
    answers = [client.get(f"{CSV}?q=khong") for _turn in range(21)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert "Hãy chờ đến" in answers[-1].text
