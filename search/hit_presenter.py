"""One result as the template wants it."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from search.attachments.found import FilePlace
from search.documents import DOCUMENT_TYPES
from search.results import Hit, Place
from sites.frame import Link
from sites.models import LegalDocumentPage, RepublishedPage
from sites.models.legal_document import DocumentState, state_by_dates
from sites.presenters.documents import TONES, state_tag
from sites.viewdata.cards import Tag
from sites.viewdata.search import BestBet, SearchHit
from tenants.registry.models import Entry


def present_hit(hit: Hit, today: date) -> SearchHit:
    """Return a result. today: the local day of asking."""
    entry = hit.entry
    kind = DOCUMENT_TYPES[entry.object_type]
    text, copies = _copies(hit)
    return SearchHit(
        kind=str(kind.label),
        title=hit.title,
        url=hit.url,
        source=_source(entry),
        published_date=timezone.localdate(entry.published_at) if kind.is_dated else None,
        excerpt=hit.excerpt,
        file=_file(hit.file) if hit.file else "",
        status=_status(hit, today),
        replaced_by=_replaced_by(hit, today),
        notes=_notes(entry),
        copies_text=text,
        copies=copies,
    )


def present_number(hit: Hit, today: date) -> BestBet:
    """Return the document whose number was asked for."""
    document = hit.entry.document
    return BestBet(
        label=_("Đúng số bạn tìm: %(number)s") % {"number": document["document_number"]},
        title=hit.entry.title,
        url=hit.url,
        text=document["summary"],
        status=_status(hit, today),
        replaced_by=_replaced_by(hit, today),
    )


def _source(entry: Entry) -> str:
    """Return who says it: the issuer of a document, the unit a post came from, else the unit and its commune."""
    if entry.document["issuer"]:
        return str(entry.document["issuer"])
    if entry.document["origin"]:
        return str(entry.document["origin"]["unit_name"])
    place = entry.unit.commune.full_name if entry.unit.commune else ""
    return ", ".join(filter(None, [entry.unit.name, place]))


def _file(place: FilePlace) -> str:
    """Return in which file and where in it the words stand."""
    if place.page is None:
        return _("Trong tệp: %(name)s") % {"name": place.name}
    page = {"name": place.name, "page": place.page}
    match place.name.rpartition(".")[2]:
        case "xlsx" | "xls" | "ods":
            return _("Trong tệp: %(name)s, trang tính %(page)s") % page
        case "pptx":
            return _("Trong tệp: %(name)s, trang chiếu %(page)s") % page
    return _("Trong tệp: %(name)s, trang %(page)s") % page


def _ended_on(entry: Entry, today: date) -> date | None:
    until = parse_date(entry.document.get("expiry_date") or "")
    return until if until and until <= today else None


def _status(hit: Hit, today: date) -> Tag | None:
    """Return whether a document is in force: by its dates on the day of reading and the page's own rule."""
    entry = hit.entry
    if entry.object_type != LegalDocumentPage.registry_type:
        return None
    stored = ("effective_date", "partly_expiry_date", "expiry_date")
    since, partly_until, until = (parse_date(entry.document.get(name) or "") for name in stored)
    issued = timezone.localdate(entry.published_at)
    state = state_by_dates(day=today, since=since or issued, partly_until=partly_until, until=until)
    if ended := _ended_on(entry, today):
        return Tag(_("Hết hiệu lực từ %(day)s") % {"day": short_date(ended)}, *TONES[DocumentState.EXPIRED])
    return state_tag(state)


def _replaced_by(hit: Hit, today: date) -> Link | None:
    if hit.replaced_by is None or not _ended_on(hit.entry, today):
        return None
    return Link(hit.replaced_by.entry.document["document_number"], hit.replaced_by.url)


def _notes(entry: Entry) -> tuple[str, ...]:
    document = entry.document
    number_note = _("Số %(number)s") % {"number": document["document_number"]} if document["document_number"] else ""
    return tuple(filter(None, [number_note, document["document_kind"], document["subject"]]))


def _copies(hit: Hit) -> tuple[str, tuple[Link, ...]]:
    """Return where else the post stands: its original when a copy was found, the copies when the original was."""
    if not hit.copies:
        return "", ()
    if hit.entry.object_type == RepublishedPage.registry_type:
        return _("Bài gốc trên trang của"), _links(hit.copies)
    return _("Bài này cũng đăng trên trang của"), _links(hit.copies)


def _links(places: Iterable[Place]) -> tuple[Link, ...]:
    return tuple(Link(place.entry.unit.name, place.url) for place in places)
