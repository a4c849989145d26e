"""Kept pages, as many as fit: the ones nobody has asked for longest go first."""

import threading
import time
from collections import OrderedDict

from django.conf import settings

from tenants.pagecache.asked import Asked
from tenants.pagecache.page import KeptPage, Stamp

# Also when nothing changed: the bound on whatever no generation tells of.
KEPT_SECONDS = 60.0


class Shelf:
    """Thread-safe. most_bytes: what all its pages may weigh."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = threading.Lock()
        self._pages: OrderedDict[Asked, KeptPage] = OrderedDict()

    @property
    def weight(self) -> int:
        """The bytes it holds."""
        return self._bytes

    def find(self, asked: Asked, stamp: Stamp) -> KeptPage | None:
        """Return the page as of this stamp."""
        with self._lock:
            page = self._pages.get(asked)
            if page is None or page.stamp != stamp or time.monotonic() - page.kept_at > KEPT_SECONDS:
                return None
            self._pages.move_to_end(asked)
            return page

    def put(self, asked: Asked, page: KeptPage) -> None:
        with self._lock:
            self._drop(asked)
            self._pages[asked] = page
            self._bytes += page.size
            while self._bytes > self._most_bytes:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, asked: Asked) -> None:
        page = self._pages.pop(asked, None)
        if page is not None:
            self._bytes -= page.size


class Shelves:
    """One for plain addresses and one for lists' filters, whose many values push out nothing but each other."""

    def __init__(self, most_bytes: int) -> None:
        self._plain = Shelf(most_bytes * 3 // 4)
        self._filtered = Shelf(most_bytes // 4)

    def of(self, asked: Asked) -> Shelf:
        return self._filtered if asked.query else self._plain

    def clear(self) -> None:
        self._plain.clear()
        self._filtered.clear()


shelves = Shelves(settings.PAGE_CACHE_MB * 1024 * 1024)
