"""What the front page of a school shows of its disclosure, its menu and its plans."""

from django.utils.translation import gettext as _

from core.frontend.formats import WEEKDAYS
from sites.disclosures.models import PeriodPlan, PlanKind
from sites.disclosures.models.pages import years_newest_first
from sites.disclosures.models.plans import period_start
from sites.disclosures.presenters.year import progress_of
from sites.frame import Link
from sites.presenters.stories import without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.home import Disclosure, TimetableRow, TodayPanel


def home_disclosure(around: Surroundings) -> Disclosure | None:
    """Return how far the newest year has come, None where there is none. One query where there is a section."""
    if around.menu.find(model="disclosurespage") is None:
        return None
    year = without_private(years_newest_first(), around.menu).first()
    return progress_of(year, around) if year else None


def home_panels(around: Surroundings) -> tuple[TodayPanel, ...]:
    """Return what is eaten and done today. One query where there is a section."""
    section = around.menu.find(model="periodplanspage")
    if section is None:
        return ()
    monday = period_start(PlanKind.WEEK, around.today)
    plans = PeriodPlan.objects.filter(starts_date=monday, kind__in=[PlanKind.MENU, PlanKind.WEEK]).order_by("kind")
    more = Link(_("Thực đơn, kế hoạch các tuần"), section.url)
    panels = (_panel(plan, around, more) for plan in plans)
    return tuple(panel for panel in panels if panel)


def _panel(plan: PeriodPlan, around: Surroundings, more: Link) -> TodayPanel | None:
    today = WEEKDAYS[around.today.weekday()].casefold()
    line = next((line for line in plan.lines if line[0].strip().casefold() == today), None)
    if line is None:
        return None
    _when, main, extra = line
    if plan.kind == PlanKind.WEEK:
        return TodayPanel("calendar", _("Hoạt động trong ngày"), text=main, note=extra, more=more)
    meals = ((_("Bữa chính"), main), (_("Bữa phụ"), extra))
    rows = tuple(TimetableRow(meal, words) for meal, words in meals if words)
    return TodayPanel("bowl", _("Thực đơn bán trú"), rows=rows, more=more)
