"""Exams and admissions of the demo, from content/admissions.toml; lists are workbooks, as a clerk would choose them."""

from datetime import timedelta
from functools import cache
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from core.media.models import UnitDocument
from core.spreadsheets.write import Column, write_book
from infra.demo import stream
from infra.demo.texts import CONTENT, DEMO_NOW, tables
from sites.admissions.models import AdmissionPage
from sites.models import SectionPage
from sites.models.section import SectionKey
from tenants.units.models import Unit

TODAY = timezone.localtime(DEMO_NOW).date()
_OWN = frozenset({"for", "opens_days", "closes_days", "dossier", "body", "list"})


@transaction.atomic
def add_admissions(unit: Unit) -> None:
    """Publish the notices of the active unit: its own, else those of its kind. Without any the section is hidden."""
    section = SectionPage.objects.filter(key=SectionKey.ADMISSIONS).first()
    if section is None:
        return
    rows = [row for name in (unit.code, unit.kind_id) for row in _rows() if name in row["for"]]
    if not rows:
        section.unpublish(log_action=False)
    for row in rows:
        page = _page(row)
        page.clean()
        section.add_child(instance=page)
        page.save_revision(log_action=False).publish(log_action=False)
        at = DEMO_NOW - timedelta(days=max(1, -row["opens_days"]) + 3)
        Page.objects.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)


def _page(row: dict[str, Any]) -> AdmissionPage:
    return AdmissionPage(
        **{name: value for name, value in row.items() if name not in _OWN},
        opens_date=TODAY + timedelta(days=row["opens_days"]),
        closes_date=TODAY + timedelta(days=row["closes_days"]),
        dossier=[{"type": "item", "value": _paper(*text.partition("|"))} for text in row.get("dossier", [])],
        body=stream.blocks(row["body"]) if "body" in row else [],
        lists=[{"type": "sheet", "value": _sheet(row["list"])}] if "list" in row else [],
        live=False,
    )


def _paper(name: str, _bar: str, copies: str) -> dict[str, Any]:
    return {"name": name.strip(), "copies": copies.strip(), "form": None}


def _sheet(row: dict[str, Any]) -> dict[str, Any]:
    columns = [Column("Số báo danh, mã hồ sơ", 24), Column("Phòng, lớp", 14), Column("Thứ tự", 10)]
    size = row["per_room"]
    lines = ((row["first"] + number, f"{number // size + 1:02}", number % size + 1) for number in range(row["count"]))
    document = UnitDocument(title=row["title"])
    document.file.save("danh-sach.xlsx", ContentFile(write_book("Danh sách", columns, lines)), save=False)
    document.save()
    return {"title": row["title"], "file": document.pk}


@cache
def _rows() -> list[dict[str, Any]]:
    return tables(CONTENT / "admissions.toml", "notice")
