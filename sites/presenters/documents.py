"""Legal documents in lists, and the words for their state."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sites.legal.register import state_of
from sites.models import LegalDocumentPage
from sites.models.legal_document import DocumentState
from sites.presenters.files import file_link
from sites.presenters.menu import Menu
from sites.viewdata.cards import DocumentRow, FileLink, Tag, Tone
from tenants.registry.models import LegalEntry
from tenants.units.models import Unit

TONES: dict[DocumentState, tuple[Tone, str]] = {
    DocumentState.NOT_YET: ("warn", "clock"),
    DocumentState.IN_FORCE: ("ok", "check"),
    DocumentState.PARTLY_EXPIRED: ("warn", "alert"),
    DocumentState.EXPIRED: ("bad", "close"),
}

_COLUMNS = (
    "title", "url_path", "content_type", "document_number", "document_kind", "issuer", "issued_date", "effective_date",
    "expiry_date", "replaced_date", "amended_date", "attachment__title", "attachment__file", "attachment__file_size",
)  # fmt: skip


def state_tag(state: DocumentState) -> Tag:
    """Return a document's state as a tag: word, tone and icon."""
    tone, icon = TONES[state]
    return Tag(str(state.label), tone, icon)


def newest_first(pages: QuerySet[LegalDocumentPage]) -> QuerySet[LegalDocumentPage]:
    """Order documents and read only what a row shows."""
    return pages.select_related("attachment").only(*_COLUMNS).order_by("-issued_date", "-pk")


def document_rows(pages: Iterable[LegalDocumentPage], *, menu: Menu, today: date) -> tuple[DocumentRow, ...]:
    """Return rows of documents read by `newest_first`; no query of its own."""
    return tuple(
        DocumentRow(
            number=page.document_number,
            title=page.title,
            url=menu.address(page.url_path),
            issued=page.issued_date,
            status=state_tag(page.state_on(today)),
            about=_about(page.document_kind, page.issuer),
            file=file_link(page.attachment) if page.attachment else None,
        )
        for page in pages
    )


def listed_rows(
    documents: Iterable[LegalEntry], *, unit: Unit, department: Unit | None, menu: Menu, today: date
) -> tuple[DocumentRow, ...]:
    """Return rows of documents read by `sites.legal.register.asked`: those of the Sở say so and lead to the portal."""
    rows = []
    for document in documents:
        origin = "" if document.unit_id == unit.pk or menu.department is None else menu.department.url.rstrip("/")
        rows.append(
            DocumentRow(
                number=document.number,
                title=document.entry.title,
                url=origin + document.entry.path,
                issued=document.issued_date,
                status=state_tag(state_of(document, today)),
                about=_about(document.kind, document.issuer, document.subject),
                file=_file(document, origin),
                owner=_owner(document, unit, department),
            )
        )
    return tuple(rows)


def _owner(document: LegalEntry, unit: Unit, department: Unit | None) -> Tag | None:
    """Return whose document it is, where two owners stand in one list."""
    if department is None:
        return None
    return Tag(_("Của đơn vị"), "neutral") if document.unit_id == unit.pk else Tag(_("Của Sở"), "accent")


def _file(document: LegalEntry, origin: str) -> FileLink | None:
    if not document.file_path:
        return None
    return FileLink(document.number, origin + document.file_path, document.file_format, document.file_size)


def _about(*parts: str) -> str:
    return " · ".join(filter(None, parts))
