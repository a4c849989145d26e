"""Counts that are read on every view and change only with the unit's generation."""

from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.db.models import QuerySet

from sites.presenters.menu import CACHE_SECONDS, Menu


def kept_count(rows: QuerySet[Any], menu: Menu, name: str) -> int:
    """Return how many rows there are; one query the first time in a generation. name: of what, within the unit."""
    key = f"count:{sha256(name.encode()).hexdigest()[:24]}:{menu.key}"
    count: int | None = caches["local"].get(key)
    if count is None:
        count = rows.order_by().count()
        caches["local"].set(key, count, CACHE_SECONDS)
    return count
