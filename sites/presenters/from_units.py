""" "Thông tin từ cơ sở": posts of units by level, commune, unit and month, every state with an address."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from core.frontend.formats import number
from sites.frame import Link
from sites.models import FromUnitsPage, RepublishedPage
from sites.presenters.counts import kept_count
from sites.presenters.menu import Menu
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.post_counts import PostCounts, in_month, next_month, post_counts, post_months, previous_month
from sites.presenters.presented import Presented
from sites.presenters.stories import public_republished, shelf_for, story_cards, story_rows
from sites.presenters.surroundings import Surroundings
from sites.presenters.topics import topic_choice, with_topic
from sites.topics.book import TOPIC_FIELD, Topic
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import ActiveFilter, EmptyState, Facet, FacetValue, FilterPanel, FromUnitsView, TextField
from tenants.units.models.unit import SchoolLevel

PAGE_SIZE = 20
LEVEL, COMMUNE, UNIT, MONTH = "cap", "xa", "don-vi", "thang"
FIELDS = (LEVEL, COMMUNE, UNIT, MONTH, TOPIC_FIELD, PAGE_FIELD)
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for; values that name nothing are dropped. month: its first day."""

    levels: tuple[str, ...]
    commune: str
    unit: str
    month: date | None
    topic: Topic | None

    @classmethod
    def of(cls, query: Query, menu: Menu) -> "Filters":
        return cls(
            levels=tuple(value for value in query.values(LEVEL) if value in SchoolLevel.values),
            commune=query.value(COMMUNE)[:10],
            unit=query.value(UNIT)[:_LONGEST_NAME].strip(),
            month=_month(query.value(MONTH)),
            topic=menu.topic(query.value(TOPIC_FIELD)),
        )

    def apply(self, posts: QuerySet[RepublishedPage]) -> QuerySet[RepublishedPage]:
        posts = with_topic(in_month(posts, self.month), self.topic)
        if self.levels:
            posts = posts.filter(unit_levels__overlap=list(self.levels))
        if self.commune:
            posts = posts.filter(commune_code=self.commune)
        return posts.filter(unit_name__icontains=self.unit) if self.unit else posts


def present_from_units(page: FromUnitsPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the list. Two queries, five more after a change: counts are kept a generation."""
    menu = around.menu
    query = Query.of(fields, FIELDS)
    filters = Filters.of(query, menu)
    counts = post_counts(menu, filters.month)
    posts = filters.apply(public_republished(menu))
    pages = -(-kept_count(posts, menu, f"from-units:{filters}") // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    rows = story_rows(posts[(at - 1) * PAGE_SIZE : at * PAGE_SIZE])
    url = menu.address(page.url_path)
    view = FromUnitsView(
        title=page.title,
        intro=_intro(counts, filters.month),
        stories=story_cards(rows, menu=menu, shelf=shelf_for(rows)),
        filters=_panel(url, query, filters, counts, around),
        pager=build_pager(query, page=at, pages=pages),
        month=month_name(filters.month) if filters.month else "",
        earlier=_month_link(query, previous_month(filters.month)) if filters.month else None,
        later=_later(query, filters.month, around.today),
        feed_url=f"{url}feed/",
        empty=_empty(query, filters, url),
    )
    meta = replace(page_meta(page, around), feed=Link(page.title, f"{url}feed/"), indexable=not query.fields or at > 1)
    return Presented("pages/from_units.html", meta, view)


def month_name(month: date) -> str:
    """Return "Tháng 11/2026"."""
    return _("Tháng %(month)d/%(year)d") % {"month": month.month, "year": month.year}


def _intro(counts: PostCounts, month: date | None) -> str:
    values = {"posts": number(counts.posts), "units": number(counts.units)}
    if month is None:
        return _("%(posts)s bài của %(units)s đơn vị") % values
    period = f"{month.month}/{month.year}"
    return _("%(posts)s bài trong tháng %(period)s của %(units)s đơn vị") % {**values, "period": period}


def _panel(url: str, query: Query, filters: Filters, counts: PostCounts, around: Surroundings) -> FilterPanel:
    levels = tuple(
        FacetValue(value, str(label), counts.levels.get(value, 0), checked=value in filters.levels)
        for value, label in SchoolLevel.choices
        if counts.levels.get(value) or value in filters.levels
    )
    active = _active(query, filters, counts)
    return FilterPanel(
        action=url,
        title=_("Lọc"),
        submit=_("Áp dụng"),
        facets=(Facet(LEVEL, _("Cấp học"), levels),) if levels else (),
        choices=(
            _commune_choice(filters, counts),
            *topic_choice(filters.topic, around.menu),
            _month_choice(filters, around),
        ),
        texts=(TextField(UNIT, _("Đơn vị"), filters.unit, _("Gõ tên trường hoặc cơ quan.")),),
        active=active,
        clear_url=url if active else "",
    )


def _commune_choice(filters: Filters, counts: PostCounts) -> Choice:
    options = (Option(one.code, one.name, one.posts, selected=one.code == filters.commune) for one in counts.places)
    return Choice(COMMUNE, _("Xã, phường"), (Option("", _("Tất cả"), selected=not filters.commune), *options))


def _month_choice(filters: Filters, around: Surroundings) -> Choice:
    options = (
        Option(f"{month:%Y-%m}", month_name(month), posts, selected=month == filters.month)
        for month, posts in post_months(around.menu)
    )
    return Choice(MONTH, _("Tháng"), (Option("", _("Tất cả"), selected=filters.month is None), *options))


def _active(query: Query, filters: Filters, counts: PostCounts) -> tuple[ActiveFilter, ...]:
    active = [ActiveFilter(str(SchoolLevel(level).label), query.without(LEVEL, level)) for level in filters.levels]
    if filters.commune:
        name = next((place.name for place in counts.places if place.code == filters.commune), filters.commune)
        active.append(ActiveFilter(name, query.without(COMMUNE)))
    if filters.unit:
        active.append(ActiveFilter(filters.unit, query.without(UNIT)))
    if filters.topic:
        active.append(ActiveFilter(filters.topic.name, query.without(TOPIC_FIELD)))
    if filters.month:
        active.append(ActiveFilter(month_name(filters.month), query.without(MONTH)))
    return tuple(active)


def _empty(query: Query, filters: Filters, url: str) -> EmptyState:
    if filters.month and not (filters.levels or filters.commune or filters.unit or filters.topic):
        earlier = previous_month(filters.month)
        text = _("%(month)s chưa có bài nào. Bạn xem bài của tháng trước.") % {"month": month_name(filters.month)}
        return EmptyState(text, (_month_link(query, earlier),))
    return EmptyState(_("Chưa có bài nào như vậy. Bạn bỏ bớt bộ lọc."), (Link(_("Xem tất cả bài từ cơ sở"), url),))


def _later(query: Query, month: date | None, today: date) -> Link | None:
    return _month_link(query, next_month(month)) if month and next_month(month) <= today else None


def _month_link(query: Query, month: date) -> Link:
    return Link(month_name(month), query.changed(thang=f"{month:%Y-%m}"))


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
