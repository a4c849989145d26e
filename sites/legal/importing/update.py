"""What a list would change in documents the register has already, and changing it.

An empty cell says nothing: it takes nothing away. Files and related documents that a row names are added; the
document's own file is replaced. Number, day and issuer make the document what it is and never change here.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts.models import User
from core.frontend.formats import short_date
from core.text.document_number import number_key
from sites.legal.importing.archive import Archive
from sites.legal.importing.check import Planned
from sites.legal.importing.columns import label
from sites.legal.importing.publish import relation_of, store
from sites.legal.importing.report import Change
from sites.models import LegalDocumentPage

_FIELDS = (
    "title", "summary", "document_kind", "signer", "subject", "room", "recipients", "gazette", "received_date",
    "effective_date", "expiry_date",
)  # fmt: skip


def changes_to(known: Sequence[Planned], archive: Archive | None) -> tuple[list[Change], list[str]]:
    """Return what an update would change, and the numbers of documents it would pass over. Three queries.

    Passed over are documents with a draft that nobody has published: an update would publish or lose it.
    """
    keys = {planned.identity[0] for planned in known}
    pages = LegalDocumentPage.objects.filter(number_key__in=keys).select_related("attachment").defer("body")
    by_identity = {
        (page.number_key, page.issued_date, page.issuer): page for page in pages.prefetch_related("relations")
    }
    changes: list[Change] = []
    passed_over: list[str] = []
    for planned in known:
        page = by_identity[planned.identity]
        found = list(_differences(page, planned, archive))
        if found and not _is_free(page):
            passed_over.append(page.document_number)
        else:
            changes += found
    return changes, passed_over


@transaction.atomic
def update_planned(*, planned: Planned, archive: Archive | None, user: User) -> None:
    """Publish a document with what one row says anew, all or nothing.

    Raise ValidationError when somebody has begun to change it meanwhile, IntakeRefused for a file that changed.
    """
    key, issued_date, issuer = planned.identity
    page = LegalDocumentPage.objects.get(number_key=key, issued_date=issued_date, issuer=issuer)
    if not _is_free(page):
        raise ValidationError(_("Văn bản này có bản nháp chưa đăng. Hãy đăng hoặc bỏ bản nháp rồi nhập lại."))
    for name in _changed_fields(page, planned):
        setattr(page, name, planned.values[name])
    if archive and _has_new_file(page, planned, archive):
        page.attachment = store(archive.accept(planned.file), planned.file, user)
        page.is_signature_verified = False
    if archive:
        for name in _new_files(page, planned, archive):
            page.more_files.append(("file", store(archive.accept(name), name, user)))
    page.relations.add(
        *(relation_of(page, one) for one in planned.named if not _is_related(page, one.kind, one.number))
    )
    page.clean()
    page.save_revision(user=user, clean=False).publish(user=user)


def _is_free(page: LegalDocumentPage) -> bool:
    return bool(page.live) and not page.has_unpublished_changes


def _differences(page: LegalDocumentPage, planned: Planned, archive: Archive | None) -> Iterator[Change]:
    def change(name: str, old: Any, new: Any) -> Change:
        return Change(planned.row, page.document_number, label(name), _words(old), _words(new))

    for name in _changed_fields(page, planned):
        yield change("title" if name == "summary" else name, getattr(page, name), planned.values[name])
    for one in planned.named:
        if not _is_related(page, one.kind, one.number):
            yield change(one.kind, "", one.number)
    if archive is None:
        return
    if _has_new_file(page, planned, archive):
        yield change("file", page.attachment.filename if page.attachment else "", planned.file)
    for name in _new_files(page, planned, archive):
        yield change("more_files", "", name)


def _changed_fields(page: LegalDocumentPage, planned: Planned) -> list[str]:
    said = (name for name in _FIELDS if planned.values[name])
    return [name for name in said if planned.values[name] != getattr(page, name)]


def _is_related(page: LegalDocumentPage, kind: str, number: str) -> bool:
    key = number_key(number)
    return any((one.kind, one.target_key) == (kind, key) for one in page.relations.all())


def _has_new_file(page: LegalDocumentPage, planned: Planned, archive: Archive) -> bool:
    if not planned.file:
        return False
    return page.attachment is None or page.attachment.content_hash != archive.accept(planned.file).sha256


def _new_files(page: LegalDocumentPage, planned: Planned, archive: Archive) -> list[str]:
    if not planned.more_files:
        return []
    there = {block.value.content_hash for block in page.more_files if block.value}
    return [name for name in planned.more_files if archive.accept(name).sha256 not in there]


def _words(value: Any) -> str:
    return short_date(value) if isinstance(value, date) else str(value or "")
