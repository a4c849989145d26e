"""What a school must publish next, for the dashboard (TT 09/2024 Đ15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from sites.disclosures.law import PARTS, due_date, school_year_on, year_words
from sites.disclosures.models import DisclosureYearPage, PeriodPlan, PlanKind
from sites.disclosures.models.plans import due_before, next_start
from sites.presenters.menu import current_menu
from tenants.units.context import current_unit

KINDERGARTEN = "mam-non"
# A year is mentioned from so many days before its due day; a plan from so many.
YEAR_AHEAD, PLAN_AHEAD = timedelta(days=60), timedelta(days=4)
# A summer without menus is not forgotten.
PLAN_MEMORY = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Duty:
    """text: a whole sentence. label, url: the button. is_late: its day is over."""

    text: str
    label: str
    url: str
    is_late: bool = False


def disclosure_duties(day: date) -> Iterator[Duty]:
    """Yield what the active unit has to publish as of `day`, the year first. Two queries at most."""
    menu = current_menu()
    if menu.find(model="disclosurespage"):
        yield from _year(day)
    if menu.find(model="periodplanspage"):
        yield from _plans(day)


def _year(day: date) -> Iterator[Duty]:
    starts_in = school_year_on(day)
    page = DisclosureYearPage.objects.filter(starts_in=starts_in, locale__language_code="vi").first()
    words = {"year": year_words(starts_in), "day": short_date(due_date(starts_in)), "total": len(PARTS)}
    if day < due_date(starts_in) - YEAR_AHEAD:
        return
    if page is None:
        text = _("Chưa mở mục Công khai năm học %(year)s. Hạn: trước ngày %(day)s.") % words
        yield Duty(text, _("Mở năm học"), reverse("school_years"), is_late=day >= due_date(starts_in))
        return
    done = page.done if page.live else 0
    if done < len(PARTS):
        text = _("Công khai năm học %(year)s: %(done)d/%(total)d mục. Hạn: trước ngày %(day)s.")
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield Duty(text % {**words, "done": done}, _("Điền tiếp"), address, is_late=day >= page.due_date)


def _plans(day: date) -> Iterator[Duty]:
    """A kindergarten owes all three kinds; another school the menu, once it has published one: not all serve meals."""
    recent = PeriodPlan.objects.filter(starts_date__gte=day - PLAN_MEMORY)
    known = set(recent.values_list("kind", "starts_date"))
    served = [PlanKind.MENU] if any(kind == PlanKind.MENU for kind, _start in known) else []
    for kind in list(PlanKind) if current_unit().kind_id == KINDERGARTEN else served:
        start = next_start(kind, day)
        due = due_before(kind, start)
        if (kind, start) in known or day < due - PLAN_AHEAD:
            continue
        text = _("Chưa đăng %(plan)s. Hạn: trước ngày %(day)s.")
        plan = str(PeriodPlan(kind=kind, starts_date=start))
        yield Duty(
            text % {"plan": plan[0].lower() + plan[1:], "day": short_date(due)},
            _("Soạn và đăng"),
            reverse("period_plans:add"),
            is_late=day >= due,
        )
