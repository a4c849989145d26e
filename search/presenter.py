"""A page of results as the template wants it: sentences, addresses, ticked boxes."""

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from core.text.document_number import find_number
from core.text.fold import has_marks
from search import form
from search.filter_panel import build_panel
from search.hit_presenter import present_hit, present_number
from search.nothing_found import explain_nothing
from search.request import MAX_HITS, Order
from search.results import SearchPage
from sites.frame import Link
from sites.presenters.paging import Query, build_pager
from sites.viewdata.home import Option
from sites.viewdata.search import BestBet, SearchView


def present(
    page: SearchPage, *, fields: QueryDict, is_portal: bool, bets: tuple[BestBet, ...] = (), meant: str = ""
) -> SearchView:
    """Return the view of a page. fields: the GET fields it was asked by, for addresses that change one of them.

    bets: what the Sở suggests for these words, and the units they name. meant: the question "Có phải bạn tìm", or "".
    Costs the queries of the filter panel's labels.
    """
    query = form.address(fields)
    request, today = page.request, page.request.today
    exact_hit = page.hits[0] if page.hits and page.hits[0].is_number and request.page == 1 else None
    on_top = (present_number(exact_hit, today),) if exact_hit else ()
    return SearchView(
        title=_("Tìm kiếm toàn mạng lưới") if request.is_network else _("Tìm kiếm trên trang này"),
        action=reverse("search"),
        query=request.text,
        filters=build_panel(page, query),
        count=_count(page.total) if page.hits else "",
        heard=request.text,
        problems=form.problems(fields),
        folded_note=_note(page) if page.hits else "",
        exact=_exact_link(page, query),
        suggestion=Link(meant, query.changed(q=meant)) if meant else None,
        scopes=() if is_portal else _scopes(page),
        sorts=_sorts(request.order, query) if page.hits else (),
        feed=_feed(query) if request.is_asked else None,
        best_bets=(*on_top, *bets),
        hits=tuple(present_hit(hit, today) for hit in page.hits if hit is not exact_hit),
        pager=build_pager(query, page=request.page, pages=page.pages) if page.hits else None,
        degraded=page.degraded,
        empty=None if page.hits or not request.is_asked else explain_nothing(page, query, is_portal=is_portal),
    )


def _count(total: int) -> str:
    if total >= MAX_HITS:
        return _("Hơn %(total)s kết quả") % {"total": number(MAX_HITS)}
    return ngettext("%(total)s kết quả", "%(total)s kết quả", total) % {"total": number(total)}


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


def _scopes(page: SearchPage) -> tuple[Option, ...]:
    """Return the two choices of a unit's site, each with what it finds where that was counted."""
    chosen = page.total if page.request.is_asked else None
    own, all_units = (page.elsewhere, chosen) if page.request.is_network else (chosen, page.elsewhere)
    return (
        Option("", _("Trang này"), own, selected=not page.request.is_network),
        Option(form.NETWORK, _("Toàn mạng lưới"), all_units, selected=page.request.is_network),
    )


def _feed(query: Query) -> Link:
    return Link(_("Theo dõi tìm kiếm này (RSS)"), reverse("search_feed") + query.without(form.ORDER))


def _sorts(order: Order, query: Query) -> tuple[Option, ...]:
    """Return the two orders; the value of each is the address that sorts so."""
    return (
        Option(query.without(form.ORDER), _("Phù hợp nhất"), selected=order is Order.RELEVANCE),
        Option(query.changed(xep=Order.NEWEST), _("Mới nhất"), selected=order is Order.NEWEST),
    )
