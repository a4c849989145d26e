"""Legal documents in lists, and the words for their state."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from sites.models import LegalDocumentPage
from sites.models.legal_document import DocumentState
from sites.presenters.files import file_link
from sites.presenters.menu import Menu
from sites.viewdata.cards import DocumentRow, Tag, Tone

TONES: dict[DocumentState, tuple[Tone, str]] = {
    DocumentState.NOT_YET: ("warn", "clock"),
    DocumentState.IN_FORCE: ("ok", "check"),
    DocumentState.EXPIRED: ("bad", "close"),
}

_COLUMNS = (
    "title", "url_path", "content_type", "document_number", "document_kind", "issuer", "issued_date", "effective_date",
    "expiry_date", "attachment__title", "attachment__file", "attachment__file_size",
)  # fmt: skip


def state_tag(page: LegalDocumentPage, today: date) -> Tag:
    """Return the document's state on a day as a tag: word, tone and icon."""
    state = page.state_on(today)
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
            status=state_tag(page, today),
            about=" · ".join(filter(None, (page.document_kind, page.issuer))),
            file=file_link(page.attachment) if page.attachment else None,
        )
        for page in pages
    )
