"""An exam of the portal and lists of its results, as a clerk keeps them."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from sites.lookup.actions.check_list import check_list
from sites.lookup.actions.put_in_place import put_in_place
from sites.lookup.loading.read import Asked
from sites.lookup.models import Exam
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.exchange import account

KHOA = "khoa@so.example"
HEAD = ["STT", "Số báo danh", "Họ và tên", "Ngày sinh", "Toán", "Ngữ văn", "Tổng điểm"]
LAN = [1, "012345", "Thí sinh Một", datetime(2011, 5, 3), 8.5, 7, 15.5]  # noqa: DTZ001  # a workbook knows no zone
HOA = [2, "012346", "Thí sinh Hai", datetime(2011, 12, 1), 9.25, 8.75, 18]  # noqa: DTZ001
WITH_BIRTHDAY = Asked("Số báo danh", "Ngày sinh")
NUMBER_ALONE = Asked("Số báo danh")
MakeExam = Callable[..., Exam]


def book(*lines: list[Any], merge: tuple[str, ...] = (), other: list[Any] | None = None) -> bytes:
    """Return a workbook. other: the one line of a second sheet."""
    workbook = Workbook()
    for line in lines:
        workbook.active.append(line)
    for cells in merge:
        workbook.active.merge_cells(cells)
    if other is not None:
        workbook.create_sheet("Buổi chiều").append(other)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def add_exam(*, opens_in: timedelta = timedelta(hours=-1), **fields: Any) -> Exam:
    """Make an exam of the active unit."""
    opens_at = timezone.now() + opens_in
    values = {"title": "Thi tuyển sinh lớp 10", "removal_date": timezone.localdate(opens_at) + timedelta(days=30)}
    exam = Exam(opens_at=opens_at, **values | fields)
    exam.full_clean()
    exam.save()
    return exam


def load(exam: Exam, *lines: list[Any], asked: Asked = WITH_BIRTHDAY, site: UnitSite, by: str = KHOA) -> None:
    """Read lines below the usual head and put them in place, within the unit."""
    user = account(by, site)
    content = book(HEAD, *(lines or (LAN, HOA)))
    read = check_list(exam_pk=exam.pk, filename="diem.xlsx", content=content, asked=asked, user=user, at=timezone.now())
    assert read.problems == []
    put_in_place(exam_pk=exam.pk, user=user, at=timezone.now())
    exam.refresh_from_db()


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Files of rows that a test takes back stay behind: each test looks into a folder of its own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def exam(portal: UnitSite) -> Exam:
    """Open for an hour, without results."""
    with use_site(portal):
        return add_exam()


@pytest.fixture
def loaded(exam: Exam, portal: UnitSite) -> Exam:
    """Open, with the results of two candidates, found by number and birthday."""
    with use_site(portal):
        load(exam, site=portal)
    return exam


@pytest.fixture
def reader(visitor: Callable[[str], Client]) -> Client:
    return visitor("so-gddt")


def address(exam: Exam) -> str:
    return f"/ket-qua/{exam.pk}/"


def ask(client: Client, exam: Exam, number: str, fact: str = "", **headers: str) -> Any:
    """Send the form as a browser does."""
    body = "&".join((f"so={number}", f"kiem={fact}"))
    return client.post(address(exam), body, content_type="application/x-www-form-urlencoded", headers=headers)
