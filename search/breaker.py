import threading
import time
from collections.abc import Callable


class Breaker:
    """Stops asking a server that does not answer, and tries again by itself.

    After `threshold` failures in a row it stays open for `cool_down` seconds, then lets one call through: a success
    closes it, a failure opens it for twice as long, up to `longest`. Thread-safe; one a process and purpose.
    """

    def __init__(
        self,
        *,
        threshold: int = 3,
        cool_down: float = 2.0,
        longest: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._threshold, self._cool_down, self._longest, self._clock = threshold, cool_down, longest, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until = 0.0

    def allows_call(self) -> bool:
        """Tell whether to ask now. While open, only the one caller that finds the time passed is let through."""
        with self._lock:
            if self._failures < self._threshold:
                return True
            now = self._clock()
            if now < self._open_until:
                return False
            # Others wait for this caller's outcome, at most as long as a pause.
            self._open_until = now + self._pause()
            return True

    def record_success(self) -> None:
        with self._lock:
            self._failures = 0

    def record_failure(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= self._threshold:
                self._open_until = self._clock() + self._pause()

    def seconds_until_call(self) -> float:
        """Return how long a worker may sleep before asking is allowed again; 0 when it is now."""
        with self._lock:
            return max(0.0, self._open_until - self._clock()) if self._failures >= self._threshold else 0.0

    def _pause(self) -> float:
        return min(self._longest, self._cool_down * 2 ** min(self._failures - self._threshold, 16))


# What readers' queries share in this process. The worker has its own: a slow bulk says nothing about queries.
reading = Breaker()
