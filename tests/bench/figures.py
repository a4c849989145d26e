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


# Half an hour or more: measured only when it is named.
NAMED_ONLY = {"search_kills"}

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
    "search_judged": ("nDCG@10", None),
    "search_judged_stripped": ("× with marks", at_least(0.99)),
    "search_judged_half": ("× with marks", at_least(0.99)),
    "search_judged_degraded": ("nDCG@10", None),
    "search_shared": ("nDCG@10, mean of two sets", at_least(0.93)),
    "search_shared_gain": ("× exact syllables", at_least(1.035)),
    "search_shared_stripped": ("× with marks", at_least(0.99)),
    "search_shared_half": ("× with marks", at_least(0.99)),
    "search_shared_nfd": ("× with marks", at_least(0.999)),
    "search_shared_swapped": ("× with marks", at_least(0.999)),
    "search_marks_equal": ("of pairs, the marks typed first", at_least(0.985)),
    "search_marks_longer": ("of pairs, the marks typed first", at_least(0.985)),
    "search_marks_shorter": ("of pairs, the marks typed first", at_least(0.985)),
    "search_20k_p50": ("ms at the node, full page", at_most(15)),
    "search_20k_pages": ("full pages/s at the node, 4 clients", at_least(100)),
    "search_stock_p50": ("ms, stock Wagtail", None),
    "search_stock_gain": ("× stock Wagtail's time", None),
    "search_fresh_p95": ("s from commit to found at 50 edits/s", at_most(3)),
    "search_outbox": ("× the transaction without the row", at_most(1.25)),
    "search_reindex_failed": ("questions failed", at_most(0)),
    "search_reindex_differences": ("documents that differ", at_most(0)),
    "search_reindex_slower": ("× p95 before", at_most(1.5)),
    "search_bulk": ("documents/s", at_least(2000)),
    "search_bytes": ("bytes a document", at_most(2400)),
    "search_builder": ("× the rate of filling", at_least(1.5)),
    "search_300k_p95": ("ms at the node, full page", at_most(150)),
    "search_300k_pages": ("full pages/s at the node, 4 clients", at_least(35)),
    "search_300k_django": ("× the node's time, through Django", at_most(1.3)),
    "search_unit_p95": ("ms at the node, one unit", at_most(40)),
    "search_unit_share": ("× the network's p50", at_most(0.5)),
    "search_type_ahead_p95": ("ms", at_most(10)),
    "search_type_ahead_p95_8": ("ms, 8 people", at_most(30)),
    "search_numbers_first": ("of numbers in six spellings, first", at_least(1)),
    "search_numbers_p95": ("ms at the node", at_most(5)),
    "search_numbers_begun": ("of beginnings, among five", at_least(1)),
    "search_backlog": ("× the rate at which an hour's changes came in", at_least(20)),
    "search_backlog_left": ("documents that differ, refused or still waiting", at_most(0)),
    "search_kills_drift": ("documents that differ or were refused", at_most(0)),
    "search_kills_stale": ("documents in another version than their entry", at_most(0)),
    "search_kills_resurrected": ("documents found after their take-down", at_most(0)),
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
        measure_search_kills,
        measure_search_relevance,
        measure_search_size,
        measure_search_writes,
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
        "search_kills": measure_search_kills.search_kills,
        "search_judged": measure_search_relevance.judged,
        "search_shared": measure_search_relevance.shared,
        "search_marks": measure_search_relevance.marks_first,
        "search_20k": measure_search_size.small,
        "search_fresh": measure_search_writes.fresh,
        "search_outbox": measure_search_writes.outbox,
        "search_reindex": measure_search_writes.rebuilt,
        "search_300k": measure_search_size.large,
        "search_backlog": measure_search_kills.search_backlog,
    }
