"""Lists of things that are open from a day to a day, those that end last first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.models import BasePage
from sites.presenters.counts import kept_count
from sites.presenters.menu import Section
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow, without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.listing import EmptyState
from sites.viewdata.periods import PeriodRow, PeriodsView
from tenants.units.due import remember_morning

PAGE_SIZE = 20


def present_periods(
    page: BasePage,
    around: Surroundings,
    fields: QueryDict,
    *,
    things: QuerySet[Any],
    row: Callable[[Any, str], PeriodRow],
    empty: str,
) -> Presented:
    """Return one page of a section of dated things. One query, two after a change. row: of a thing and its address."""
    query = Query.of(fields, (PAGE_FIELD,))
    everything = without_private(things.filter(live=True).order_by("-closes_date", "-pk"), around.menu)
    pages = -(-kept_count(everything, around.menu, f"periods:{page.pk}") // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    shown = everything[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]
    feed_url = f"{around.menu.address(page.url_path)}feed/"
    view = PeriodsView(
        title=page.title,
        intro=page.summary,
        rows=tuple(row(thing, around.menu.address(thing.url_path)) for thing in shown),
        feed_url=feed_url,
        empty=EmptyState(empty, around.frame.nav[:3]),
        pager=build_pager(query, page=at, pages=pages),
    )
    meta = replace(page_meta(page, around), feed=Link(page.title, feed_url))
    return Presented("pages/periods.html", meta, view)


def feed_rows(things: QuerySet[Any], around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    """Return the newest of the pages below a section for its feed. One query."""
    things = things.filter(live=True, path__startswith=section.tree_path)
    newest = without_private(things.order_by("-first_published_at", "-pk"), around.menu)[:count]
    columns = newest.values_list("title", "url_path", "path", "first_published_at", "summary")
    return [StoryRow(title, url, path, at, summary, None) for title, url, path, at, summary in columns]


def remember_period(*, opens: date, closes: date) -> None:
    """Have the clock look at the unit on the mornings when the thing opens and after it has closed."""
    for day in (opens, closes + timedelta(days=1)):
        if day > timezone.localdate():
            remember_morning(day=day)


def days_note(opens: date, closes: date, today: date) -> str:
    """Return "Từ 01/12/2026 đến hết 15/12/2026", or how many days are left while it is open."""
    words = {"opens": opens.strftime("%d/%m/%Y"), "closes": closes.strftime("%d/%m/%Y"), "left": (closes - today).days}
    if opens <= today < closes:
        return _("Đến hết ngày %(closes)s, còn %(left)d ngày") % words
    if today == closes:
        return _("Hôm nay là ngày cuối, đến hết ngày %(closes)s") % words
    return _("Từ ngày %(opens)s đến hết ngày %(closes)s") % words
