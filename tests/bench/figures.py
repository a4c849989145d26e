"""The registry of figures: what `make bench ONLY=…` names, what each prints, and what each line aims at."""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

COMPARISONS = {"≥": operator.ge, "≤": operator.le}


@dataclass(frozen=True)
class Aim:
    """A bound that a line should keep, as the issue of the figures states it."""

    comparison: str
    bound: float

    def holds(self, value: float) -> bool:
        return bool(COMPARISONS[self.comparison](value, self.bound))

    def __str__(self) -> str:
        return f"{self.comparison} {self.bound:g}"


def at_least(bound: float) -> Aim:
    return Aim("≥", bound)


def at_most(bound: float) -> Aim:
    return Aim("≤", bound)


# Name of a line → unit, aim.
LINES: dict[str, tuple[str, Aim | None]] = {
    "home": ("× stock, requests/s", at_least(1.3)),
    "home_cpu": ("ms CPU/request", None),
    "home_statements": ("SQL statements", at_most(10)),
    "article": ("× stock, requests/s", at_least(1.3)),
    "article_cpu": ("ms CPU/request", None),
    "article_statements": ("SQL statements", at_most(10)),
    "listing": ("× stock, requests/s", at_least(1.5)),
    "listing_cpu": ("ms CPU/request", None),
    "listing_statements": ("SQL statements", at_most(10)),
    "hosts": ("× one host, requests/s", at_least(0.95)),
    "cached_home": ("requests/s", at_least(5000)),
    "visible_cached": ("ms, p95 from publishing to shown everywhere", at_most(95)),
    "first_view_fcp": ("s to the first paint, slowest page", at_most(1.0)),
    "first_view_lcp": ("s to the largest paint, slowest page", at_most(1.8)),
    "first_view_cls": ("layout shift, worst page", at_most(0.02)),
    "first_view_longest": ("ms, longest task", at_most(100)),
    "first_view_weight": ("KB without content images, heaviest page", at_most(100)),
    "first_view_requests": ("requests without content images", at_most(12)),
    "lookup_load": ("s, a list of 30,000 from file to readers", at_most(60)),
    "lookup": ("look-ups/s", at_least(2000)),
    "publish": ("× stock, time of the transaction", at_most(1.0)),
    "publish_seconds": ("s", None),
    "publish_statements": ("SQL statements", None),
    "send_accept": ("s", None),
    "provision": ("s", at_most(0.5)),
    "memory": ("MB of a worker", None),
    "memory_database": ("MB of its database backend", None),
    "search_p50": ("ms", None),
    "search_p95": ("ms", None),
    "search_degraded_p50": ("ms", None),
    "search_degraded_p95": ("ms", None),
    "suggest_p50": ("ms", None),
    "suggest_p95": ("ms", at_most(30)),
    "suggest_degraded_p95": ("ms", None),
    "findable": ("s, p95 from publishing to found", at_most(3.0)),
    "take_down": ("s, longest until clean everywhere", at_most(5.0)),
}


def line(name: str, value: float, **conditions: Any) -> dict[str, Any]:
    """Return what is printed for one figure; `ok` is None where nothing was aimed at."""
    unit, aim = LINES[name]
    return {
        "name": name,
        "value": round(value, 3),
        "unit": unit,
        "aim": str(aim) if aim else None,
        "ok": aim.holds(value) if aim else None,
        "conditions": conditions,
    }


def registry() -> dict[str, Callable[[Any], Iterator[dict[str, Any]]]]:
    """Return name → function from a Bench to lines, in the order in which they are cheapest to run together."""
    from tests.bench import (
        measure_cached,
        measure_lookup,
        measure_pages,
        measure_search,
        measure_suggest,
        measure_take_down,
        measure_units,
        measure_view,
        measure_writing,
    )

    return {
        "home": measure_pages.home,
        "article": measure_pages.article,
        "listing": measure_pages.listing,
        "hosts": measure_pages.hosts,
        "cached_home": measure_cached.cached_home,
        "visible_cached": measure_cached.visible_cached,
        "first_view": measure_view.first_view,
        "lookup": measure_lookup.lookup,
        "publish": measure_writing.publish,
        "send": measure_writing.send_accept,
        "search": measure_search.search,
        "suggest": measure_suggest.suggest,
        "findable": measure_search.findable,
        "take_down": measure_take_down.take_down,
        "provision": measure_units.provision,
        "memory": measure_units.memory,
    }
