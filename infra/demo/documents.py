"""Legal documents of the demo, each with its file, published as the admin does."""

import re
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from core.media.models import UnitDocument
from core.text.document_number import number_key
from infra.demo import stream
from infra.demo.letter import Letter, docx_letter, draw_letter
from infra.demo.texts import CONTENT, tables
from sites.models import DocumentRelation, LegalDocumentPage, RegisterPage
from sites.models.document_relation import RelationKind
from tenants.units.models import Unit

_MARKS = re.compile(r"^(?:#+|[->|])\s*|\|", re.MULTILINE)


def documents_of(unit: Unit) -> list[dict[str, Any]]:
    """Return what the demo tells about a unit's documents; the Sở's come from three files."""
    if unit.kind_id == "so":
        names = ("regulation-1682", "documents", "documents_of_higher_bodies")
        return [row for name in names for row in tables(CONTENT / "portal" / f"{name}.toml", "document")]
    rows = tables(CONTENT / "unit_documents.toml", "document")
    return [{"issuer": unit.name, **row} for row in rows if row["unit"] == unit.code]


@transaction.atomic
def add_documents(unit: Unit) -> None:
    """Publish the unit's documents, oldest first, so that each finds those it names."""
    register = RegisterPage.objects.get()
    rows = sorted(documents_of(unit), key=lambda row: row["issued_date"])
    if not rows:
        return
    for row in rows:
        page = _page(row)
        page.clean()
        register.add_child(instance=page)
        page.relations.set(_relations(page, row))
        page.save_revision(log_action=False, clean=False).publish(log_action=False)


def _page(row: dict[str, Any]) -> LegalDocumentPage:
    return LegalDocumentPage(
        title=row["summary"][:255],
        document_number=row["document_number"],
        document_kind=row.get("kind", ""),
        issuer=row["issuer"],
        signer=row.get("signer", ""),
        subject=row.get("field", ""),
        room=row.get("room", ""),
        recipients=row.get("recipients", ""),
        issued_date=row["issued_date"],
        received_date=row.get("received_date"),
        effective_date=row.get("effective_date"),
        expiry_date=row.get("expiry_date"),
        attachment=_file(row) if row.get("has_file", True) else None,
        body=stream.blocks(row["body"]),
        live=False,
    )


def _relations(page: LegalDocumentPage, row: dict[str, Any]) -> list[DocumentRelation]:
    return [
        DocumentRelation(page=page, kind=kind, target_number=number, target_key=number_key(number))
        for kind in RelationKind.values
        for number in row.get(kind, [])
    ]


def _file(row: dict[str, Any]) -> UnitDocument:
    letter = Letter(
        heading=row["issuer"],
        number=row["document_number"],
        day=_in_words(row["issued_date"]),
        title=row["summary"],
        lines=tuple(line for line in _MARKS.sub("", row["body"] + row.get("annex", "")).splitlines() if line.strip()),
    )
    document = UnitDocument(title=row["document_number"])
    if row.get("is_docx"):
        document.file.save("van-ban.docx", ContentFile(docx_letter(letter)), save=False)
    else:
        document.file.save("van-ban.pdf", ContentFile(draw_letter(letter)), save=False)
    document.save()
    return document


def _in_words(day: date) -> str:
    return f"Quảng Trị, ngày {day:%d} tháng {day:%m} năm {day:%Y}"
