"""How many posts the portal took over: by level, commune and month. Counted once a generation."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from django.core.cache import caches
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from core.text.sort_key import sort_key
from sites.models import RepublishedPage
from sites.presenters.menu import CACHE_SECONDS, Menu
from sites.presenters.stories import public_republished

_DECEMBER = 12


class Place(NamedTuple):
    """A commune or ward that posts came from."""

    code: str
    name: str
    posts: int


@dataclass(frozen=True, slots=True)
class PostCounts:
    """levels: level → posts; a school of two levels counts in both. places: in Vietnamese order."""

    posts: int
    units: int
    levels: dict[str, int]
    places: tuple[Place, ...]


def post_counts(menu: Menu, month: date | None = None) -> PostCounts:
    """Return the counts of all posts, or of a month's (its first day). Two queries the first time in a generation."""
    key = f"posts:{month:%Y-%m}:{menu.key}" if month else f"posts:all:{menu.key}"
    counts: PostCounts | None = caches["local"].get(key)
    if counts is None:
        counts = _count(in_month(public_republished(menu), month).order_by())
        caches["local"].set(key, counts, CACHE_SECONDS)
    return counts


def post_months(menu: Menu) -> tuple[tuple[date, int], ...]:
    """Return the months that have posts, newest first, with how many. One query the first time in a generation."""
    key = f"months:{menu.key}"
    months: tuple[tuple[date, int], ...] | None = caches["local"].get(key)
    if months is None:
        found = public_republished(menu).order_by().annotate(month=TruncMonth("published_at"))
        rows = found.values_list("month").annotate(posts=Count("pk")).order_by("-month")
        months = tuple((month.date(), posts) for month, posts in rows)
        caches["local"].set(key, months, CACHE_SECONDS)
    return months


def in_month(posts: QuerySet[RepublishedPage], month: date | None) -> QuerySet[RepublishedPage]:
    """Keep the posts published in a month, given by its first day; all of them for None."""
    if month is None:
        return posts
    return posts.filter(published_at__gte=_start(month), published_at__lt=_start(next_month(month)))


def next_month(month: date) -> date:
    return date(month.year + 1, 1, 1) if month.month == _DECEMBER else date(month.year, month.month + 1, 1)


def previous_month(month: date) -> date:
    return date(month.year - 1, _DECEMBER, 1) if month.month == 1 else date(month.year, month.month - 1, 1)


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _count(posts: QuerySet[RepublishedPage]) -> PostCounts:
    totals = posts.aggregate(posts=Count("pk"), units=Count("unit_uuid", distinct=True))
    levels: Counter[str] = Counter()
    places: dict[tuple[str, str], int] = {}
    rows = posts.values_list("unit_levels", "commune_code", "commune_name").annotate(posts=Count("pk"))
    for unit_levels, code, name, count in rows:
        for level in unit_levels:
            levels[level] += count
        if code:
            places[code, name] = places.get((code, name), 0) + count
    ordered = sorted(places.items(), key=lambda place: sort_key(place[0][1]))
    return PostCounts(
        posts=totals["posts"],
        units=totals["units"],
        levels=dict(levels),
        places=tuple(Place(code, name, count) for (code, name), count in ordered),
    )
