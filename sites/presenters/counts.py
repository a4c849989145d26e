"""Counts that are read on every view and change only with the unit's generation."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.db.models import Count, Q, QuerySet

from sites.presenters.menu import CACHE_SECONDS, Menu


def kept_count(rows: QuerySet[Any], menu: Menu, name: str) -> int:
    """Return how many rows there are; one query the first time in a generation. name: of what, within the unit."""
    key = f"count:{sha256(name.encode()).hexdigest()[:24]}:{menu.key}"
    count: int | None = caches["local"].get(key)
    if count is None:
        count = rows.order_by().count()
        caches["local"].set(key, count, CACHE_SECONDS)
    return count


def kept_counts(rows: QuerySet[Any], menu: Menu, name: str, parts: Mapping[str, Q]) -> dict[str, int]:
    """Return how many rows there are, under "", and how many of them fit each part, in one query a generation."""
    key = f"counts:{sha256(name.encode()).hexdigest()[:24]}:{menu.key}"
    counts: dict[str, int] | None = caches["local"].get(key)
    if counts is None:
        asked = {f"part{number}": Count("pk", filter=part) for number, part in enumerate(parts.values())}
        found = rows.order_by().aggregate(every=Count("pk"), **asked)
        counts = {"": found["every"], **{part: found[f"part{number}"] for number, part in enumerate(parts)}}
        caches["local"].set(key, counts, CACHE_SECONDS)
    return counts
