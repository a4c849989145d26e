"""Menus and plans, the newest first: those of this week and month and of the next are shown unfolded."""

from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from sites.disclosures.models import PeriodPlan, PeriodPlansPage, PlanKind
from sites.disclosures.models.plans import period_start
from sites.disclosures.viewdata import PlansView, PlanView
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.body import Table
from sites.viewdata.cards import Tag
from sites.viewdata.listing import EmptyState

PAGE_SIZE = 12


def present_plans(page: PeriodPlansPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the plans. Two queries."""
    query = Query.of(fields, (PAGE_FIELD,))
    pages = -(-PeriodPlan.objects.count() // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    shown = PeriodPlan.objects.all()[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]
    view = PlansView(
        title=page.title,
        intro=page.summary,
        plans=tuple(_plan(plan, around.today) for plan in shown),
        empty=EmptyState(
            _("Trường chưa đăng thực đơn, kế hoạch nào. Khi có, bản của tuần này hiện đầu tiên."), around.frame.nav[:3]
        ),
        pager=build_pager(query, page=at, pages=pages),
    )
    return Presented("disclosures/plans.html", page_meta(page, around), view)


def plan_table(plan: PeriodPlan) -> Table:
    """Return the rows of a plan with headings of its kind; the last column only when something stands there."""
    is_menu = plan.kind == PlanKind.MENU
    last = _("Bữa phụ") if is_menu else _("Ghi chú")
    head = (_("Thứ") if plan.kind != PlanKind.MONTH else _("Thời gian"), _("Bữa chính") if is_menu else _("Nội dung"))
    has_extra = any(extra for _when, _main, extra in plan.lines)
    return Table(
        rows=tuple(line if has_extra else line[:2] for line in plan.lines),
        head=(*head, last) if has_extra else head,
        caption=str(plan),
        row_heads=True,
    )


def _plan(plan: PeriodPlan, today: date) -> PlanView:
    is_month = plan.kind == PlanKind.MONTH
    is_open = plan.ends_date >= today
    state = None
    if period_start(plan.kind, today) == plan.starts_date:
        state = Tag(_("Tháng này") if is_month else _("Tuần này"), "ok", "check")
    elif is_open:
        state = Tag(_("Tháng tới") if is_month else _("Tuần tới"), "accent", "calendar")
    return PlanView(str(plan), state, plan_table(plan), is_open)
