"""Many readers ask for the same page at once: one makes it, the others wait for that one."""

import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

# Whoever waited so long makes the page alone.
PATIENCE_SECONDS = 5.0


class Flights:
    """Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: dict[Hashable, threading.Event] = {}

    @contextmanager
    def join(self, key: Hashable) -> Iterator[bool]:
        """Yield True to the one who shall make the page; False to those for whom it has been tried meanwhile."""
        with self._lock:
            landed = self._under_way.get(key)
            if landed is None:
                own = self._under_way[key] = threading.Event()
        if landed is not None:
            landed.wait(PATIENCE_SECONDS)
            yield False
            return
        try:
            yield True
        finally:
            with self._lock:
                del self._under_way[key]
            own.set()
