"""The list of the desk, and the same list as a spreadsheet."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from core.spreadsheets.write import XLSX
from sites.admin.page import admin_page
from sites.admin.staff import Staff, staff_of
from sites.desk.export import spreadsheet
from sites.desk.queue import QueueFilter, visible_to, with_names
from sites.desk.rows import queue_rows
from sites.desk.tabs import Tab, counts_of, tabs_for
from sites.desk.views.access import reader, whole_desk
from tenants.exchange.models import Submission

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. rows: of the tab, filtered and in order; counted: of all tabs, filtered."""

    staff: Staff
    tabs: tuple[Tab, ...]
    tab: Tab
    form: QueueFilter
    counted: QuerySet[Submission]
    rows: QuerySet[Submission]


def _asked(request: HttpRequest) -> Asked:
    staff = staff_of(request)
    tabs = tabs_for(staff)
    tab = next((tab for tab in tabs if tab.slug == request.GET.get("muc")), tabs[0])
    form = QueueFilter(request.GET)
    counted = form.applied(visible_to(staff), staff=staff)
    order = ("-changed_at", "-pk") if tab.newest_first else ("sent_at", "pk")
    rows = with_names(counted.filter(tab.rows(staff))).order_by(*order)
    return Asked(staff, tabs, tab, form, counted, rows)


class CountedPaginator(Paginator[Submission]):
    """A paginator that is told the number of rows: the tabs have counted them already."""

    def __init__(self, rows: QuerySet[Submission], count: int) -> None:
        super().__init__(rows, PER_PAGE)
        self.count = count  # in place of the cached property that would ask again


@reader
def desk(request: HttpRequest) -> HttpResponseBase:
    """The queue. The same number of queries for ten rows and for ten thousand."""
    asked = _asked(request)
    counts = counts_of(asked.tabs, asked.counted, staff=asked.staff)
    page = CountedPaginator(asked.rows, counts[asked.tab.slug]).get_page(request.GET.get("trang"))
    rows = queue_rows(page, staff=asked.staff, at=timezone.now())
    filters = _filters(request)
    return admin_page(
        request,
        "desk/queue",
        title=_("Bàn biên tập"),
        form=asked.form,
        tabs=[(tab, counts[tab.slug]) for tab in asked.tabs],
        tab=asked.tab,
        rows=rows,
        pages=page,
        filters=filters,
        page_query=f"{filters}muc={asked.tab.slug}&",
        may_export=asked.staff.reads_the_desk,
        may_choose=any(row.may_choose for row in rows),
    )


def _filters(request: HttpRequest) -> str:
    """Return the filters of the address, ready to be followed by another parameter: "cap=thcs&", or ""."""
    query = request.GET.copy()
    for name in ("muc", "trang"):
        query.pop(name, None)
    return query.urlencode() + "&" if query else ""


@whole_desk
def export(request: HttpRequest) -> HttpResponse:
    """The filtered list as XLSX, every page of it."""
    response = HttpResponse(spreadsheet(_asked(request).rows), content_type=XLSX)
    name = timezone.localtime().strftime("ban-bien-tap-%Y-%m-%d.xlsx")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
