"""A page of results as the template wants it: sentences, addresses, ticked boxes."""

from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from core.text.document_number import find_number
from core.text.fold import has_marks
from search import form
from search.documents import DOCUMENT_TYPES
from search.filter_panel import build_panel
from search.request import MAX_HITS, Order
from search.results import Hit, SearchPage
from search.scope import NetworkScope
from sites.frame import Link
from sites.models import LegalDocumentPage
from sites.models.legal_document import state_by_dates
from sites.presenters.documents import state_tag
from sites.presenters.paging import Query, build_pager
from sites.viewdata.cards import Tag
from sites.viewdata.home import Option
from sites.viewdata.listing import EmptyState
from sites.viewdata.search import BestBet, SearchHit, SearchView


def present(page: SearchPage, *, fields: QueryDict, is_portal: bool) -> SearchView:
    """Return the view of a page. fields: the GET fields it was asked by, for addresses that change one of them.

    Costs the queries of the filter panel's labels.
    """
    query = form.address(fields)
    is_network = isinstance(page.request.scope, NetworkScope)
    best = page.hits[0] if page.hits and page.hits[0].is_number and page.request.page == 1 else None
    return SearchView(
        title=_("Tìm kiếm toàn mạng lưới") if is_network else _("Tìm kiếm trên trang này"),
        action=reverse("search"),
        query=page.request.text,
        filters=build_panel(page, query),
        count=_count(page) if page.hits else "",
        heard=page.request.text,
        folded_note=_note(page) if page.hits else "",
        exact=_exact_link(page, query),
        scopes=() if is_portal else _scopes(is_network),
        sorts=_sorts(page.request.order, query) if page.hits else (),
        best_bet=_best_bet(best) if best else None,
        hits=tuple(_hit(hit, timezone.localdate(page.request.at)) for hit in page.hits if hit is not best),
        pager=build_pager(query, page=page.request.page, pages=page.pages),
        degraded=page.degraded,
        empty=None if page.hits or not page.request.is_asked else _empty(page, query, is_network),
    )


def _count(page: SearchPage) -> str:
    if page.total >= MAX_HITS:
        return _("Hơn %(total)s kết quả") % {"total": number(MAX_HITS)}
    return ngettext("%(total)s kết quả", "%(total)s kết quả", page.total) % {"total": number(page.total)}


def _note(page: SearchPage) -> str:
    notes = []
    if page.relaxed:
        notes.append(_("Ít nội dung có đủ các từ này nên chúng tôi tìm cả nội dung chỉ có một vài từ."))
    if page.request.text and not page.request.exact and not has_marks(page.request.text):
        notes.append(_("Bạn gõ không dấu nên chúng tôi tìm cả chữ có dấu."))
    return " ".join(notes)


def _exact_link(page: SearchPage, query: Query) -> Link | None:
    if not page.request.text or page.degraded or find_number(page.request.text):
        return None
    if page.request.exact:
        return Link(_("Tìm cả cách viết khác dấu"), query.without(form.EXACT))
    return Link(_("Chỉ tìm đúng chữ đã gõ"), query.changed(dung_chu="1"))


def _scopes(is_network: bool) -> tuple[Option, ...]:
    return (
        Option("", _("Trang này"), selected=not is_network),
        Option(form.NETWORK, _("Toàn mạng lưới"), selected=is_network),
    )


def _sorts(order: Order, query: Query) -> tuple[Option, ...]:
    """Return the two orders; the value of each is the address that sorts so."""
    return (
        Option(query.without(form.ORDER), _("Phù hợp nhất"), selected=order is Order.RELEVANCE),
        Option(query.changed(xep=Order.NEWEST), _("Mới nhất"), selected=order is Order.NEWEST),
    )


def _hit(hit: Hit, today: date) -> SearchHit:
    entry = hit.entry
    return SearchHit(
        kind=str(DOCUMENT_TYPES[entry.object_type].label),
        title=hit.title,
        url=hit.url,
        source=_source(hit),
        published_date=timezone.localdate(entry.published_at),
        excerpt=hit.excerpt,
        status=_status(hit, today),
        notes=_notes(hit),
    )


def _source(hit: Hit) -> str:
    """Return who says it: the issuer of a document, the unit a post came from, else the unit and its commune."""
    entry = hit.entry
    if entry.document["issuer"]:
        return str(entry.document["issuer"])
    if entry.document["origin"]:
        return str(entry.document["origin"]["unit_name"])
    place = entry.unit.commune.full_name if entry.unit.commune else ""
    return ", ".join(filter(None, [entry.unit.name, place]))


def _status(hit: Hit, today: date) -> Tag | None:
    """Return whether a document is in force: by its dates on the day of reading and the page's own rule."""
    entry = hit.entry
    if entry.object_type != LegalDocumentPage.registry_type:
        return None
    stored = ("effective_date", "partly_expiry_date", "expiry_date")
    since, partly_until, until = (parse_date(entry.document.get(name) or "") for name in stored)
    issued = timezone.localdate(entry.published_at)
    return state_tag(state_by_dates(day=today, since=since or issued, partly_until=partly_until, until=until))


def _notes(hit: Hit) -> tuple[str, ...]:
    document = hit.entry.document
    number_note = _("Số %(number)s") % {"number": document["document_number"]} if document["document_number"] else ""
    return tuple(filter(None, [number_note, document["document_kind"]]))


def _best_bet(hit: Hit) -> BestBet:
    document = hit.entry.document
    return BestBet(
        label=_("Đúng số bạn tìm: %(number)s") % {"number": document["document_number"]},
        title=hit.entry.title,
        url=hit.url,
        text=document["summary"],
    )


def _empty(page: SearchPage, query: Query, is_network: bool) -> EmptyState:
    links = []
    if page.request.filters:
        links.append(Link(_("Bỏ tất cả bộ lọc"), form.without_filters(query).with_page(1)))
    if not is_network:
        links.append(Link(_("Tìm trên toàn mạng lưới"), query.changed(pham_vi=form.NETWORK)))
    if page.request.filters:
        text = _("Chưa có kết quả nào cho “%(query)s”. Bạn kiểm tra lại chữ đã gõ hoặc bỏ bớt bộ lọc.")
    else:
        text = _("Chưa có kết quả nào cho “%(query)s”. Bạn kiểm tra lại chữ đã gõ hoặc dùng ít từ hơn.")
    return EmptyState(text % {"query": page.request.text}, tuple(links))
