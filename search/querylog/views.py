"""`/quan-tri/nguoi-doc-tim-gi/`: what readers of the network look for and do not find, on the portal alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.spreadsheets.write import XLSX, Column, write_book
from search.querylog.figures import figures
from search.querylog.forget import KEPT_DAYS
from search.querylog.report import LEAST_TIMES, MOST_LINES, Rows, lines, top_queries, zero_queries
from sites.admin.page import admin_page, only
from sites.admin.staff import Staff

PER_PAGE = 50
PERIODS = (7, 30, KEPT_DAYS)


@dataclass(frozen=True, slots=True)
class Tab:
    label: str | Promise
    rows: Callable[..., Rows]


TABS: Mapping[str, Tab] = {
    "nhieu": Tab(gettext_lazy("Tìm nhiều nhất"), top_queries),
    "khong-thay": Tab(gettext_lazy("Không thấy kết quả"), zero_queries),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. days: of the period."""

    slug: str
    days: int

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        slug, days = request.GET.get("muc", ""), request.GET.get("ky", "")
        known = {str(period): period for period in PERIODS}
        return cls(slug if slug in TABS else "nhieu", known.get(days, PERIODS[1]))

    @property
    def rows(self) -> Rows:
        return TABS[self.slug].rows(days=self.days, at=timezone.now())


def may_read_report(staff: Staff) -> bool:
    """The desk, the head of the board and the Office: those who keep synonyms and best bets."""
    return staff.reads_the_desk


@only(may_read_report, on_portal=True)
@require_safe
def asked_queries(request: HttpRequest) -> HttpResponseBase:
    """Answer the questions that several readers asked, and how the search did. Three queries whatever their number."""
    asked = Asked.of(request)
    pages = Paginator(asked.rows, PER_PAGE).get_page(request.GET.get("trang"))
    return admin_page(
        request,
        "querylog/report",
        title=_("Người đọc tìm gì"),
        asked=asked,
        tabs=TABS,
        periods=PERIODS,
        pages=pages,
        lines=list(lines(pages.object_list)),
        figures=figures(timezone.localdate() - timedelta(days=asked.days - 1)),
        least=LEAST_TIMES,
        page_query=f"muc={asked.slug}&ky={asked.days}&",
    )


@only(may_read_report, on_portal=True)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same list as XLSX, at most MOST_LINES of it."""
    asked = Asked.of(request)
    columns = [
        Column(_("Câu tìm kiếm"), 60),
        Column(_("Số lần"), 12),
        Column(_("Không thấy"), 12),
        Column(_("Số ngày"), 12),
    ]
    values = ((line.text, line.times, line.zero, line.days) for line in lines(asked.rows[:MOST_LINES]))
    response = HttpResponse(write_book(str(TABS[asked.slug].label), columns, values), content_type=XLSX)
    name = f"nguoi-doc-tim-gi-{timezone.localdate():%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
