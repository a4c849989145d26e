"""What to say and offer when a page has no results."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.frontend.formats import number
from search import form
from search.results import SearchPage
from sites.frame import Link
from sites.presenters.paging import Query
from sites.viewdata.listing import EmptyState


def explain_nothing(page: SearchPage, query: Query, *, is_portal: bool) -> EmptyState:
    """Return the sentence and the ways on: fewer filters, more units, other marks, or reading instead of searching."""
    if page.total:
        text = _("Không có trang %(page)s: chỉ có %(pages)s trang kết quả.")
        values = {"page": number(page.request.page), "pages": number(page.pages)}
        return EmptyState(text % values, (Link(_("Về trang đầu của kết quả"), query.with_page(1)),))
    return EmptyState(_sentence(page), (*_wider(page, query, is_portal=is_portal), *_instead()))


def _sentence(page: SearchPage) -> str:
    if not page.request.text:
        return _("Không có nội dung nào như vậy. Bạn bỏ bớt bộ lọc.")
    if page.request.is_narrowed:
        text = _(
            "Chưa có kết quả nào cho “%(query)s” với bộ lọc đang chọn. Bạn kiểm tra lại chữ đã gõ hoặc bỏ bớt bộ lọc."
        )
    else:
        text = _("Chưa có kết quả nào cho “%(query)s”. Bạn kiểm tra lại chữ đã gõ hoặc dùng ít từ hơn.")
    return text % {"query": page.request.text}


def _wider(page: SearchPage, query: Query, *, is_portal: bool) -> list[Link]:
    links = []
    if page.request.is_narrowed:
        links.append(Link(_("Bỏ tất cả bộ lọc"), form.without_filters(query).with_page(1)))
    if not is_portal and not page.request.is_network:
        links.append(Link(_network(page.elsewhere), query.changed(pham_vi=form.NETWORK)))
    if page.request.exact:
        links.append(Link(_("Tìm cả cách viết khác dấu"), query.without(form.EXACT)))
    return links


def _network(count: int | None) -> str:
    if count:
        return _("Tìm trên toàn mạng lưới (%(count)s)") % {"count": number(count)}
    return _("Tìm trên toàn mạng lưới")


def _instead() -> list[Link]:
    return [
        Link(_("Tất cả chuyên mục"), reverse("sites:all_sections")),
        Link(_("Danh bạ đơn vị"), reverse("sites:directory")),
    ]
