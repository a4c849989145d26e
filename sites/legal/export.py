from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from core.spreadsheets.write import Column, Value, write_book
from sites.legal.register import state_of
from tenants.registry.models import LegalEntry


def register_file(documents: Iterable[LegalEntry], *, origin_of: Callable[[LegalEntry], str], today: date) -> bytes:
    """Return listed documents as an XLSX file. origin_of: "https://host" of the site a document is on."""

    def values(document: LegalEntry) -> Iterator[Value]:
        yield document.number
        yield document.kind
        yield document.entry.title
        yield document.issuer
        yield document.signer
        yield document.subject
        yield document.room
        yield document.issued_date
        yield document.since
        yield document.until
        yield str(state_of(document, today).label)
        yield origin_of(document) + document.entry.path

    return write_book(_("Văn bản"), _columns(), map(values, documents))


def _columns() -> list[Column]:
    return [
        Column(_("Số, ký hiệu"), 24), Column(_("Loại văn bản"), 16), Column(_("Trích yếu"), 80),
        Column(_("Cơ quan ban hành"), 36), Column(_("Người ký"), 24), Column(_("Lĩnh vực"), 24),
        Column(_("Phòng phụ trách"), 28), Column(_("Ngày ban hành"), 14), Column(_("Có hiệu lực từ"), 14),
        Column(_("Hết hiệu lực từ"), 14), Column(_("Hiệu lực"), 22), Column(_("Địa chỉ"), 60),
    ]  # fmt: skip
