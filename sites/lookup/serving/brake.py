"""How often somebody may ask, counted in the memory of each process: a shared count would cost more than the answer.

With N processes, somebody may ask up to N times as often. It is a brake on programs that walk through numbers, no lock.
"""

import ipaddress
import threading


class MemoryBrake:
    """At most `most` uses of a key in `seconds`, counted from the first. Thread-safe.

    holds: keys in memory; the oldest go first, so that a flood of addresses cannot fill it.
    """

    def __init__(self, *, most: int, seconds: float, holds: int = 100_000) -> None:
        self.most, self.seconds, self.holds = most, seconds, holds
        self._uses: dict[str, tuple[float, int]] = {}
        self._lock = threading.Lock()

    def count(self, key: str, *, now: float) -> int:
        """Count one use; return 0 when it is within the limit, else the seconds until the next. now: monotonic."""
        with self._lock:
            first, used = self._uses.get(key, (now, 0))
            if now - first >= self.seconds:
                del self._uses[key]
                first, used = now, 0
            if used >= self.most:
                return self._left(first, now)
            self._uses[key] = (first, used + 1)
            while len(self._uses) > self.holds:
                del self._uses[next(iter(self._uses))]
            return 0

    def left(self, key: str, *, now: float) -> int:
        """Return the seconds until the key may be used, 0 for now; count nothing."""
        first, used = self._uses.get(key, (now, 0))
        return self._left(first, now) if used >= self.most and now - first < self.seconds else 0

    def forget(self) -> None:
        with self._lock:
            self._uses.clear()

    def _left(self, first: float, now: float) -> int:
        return max(1, round(first + self.seconds - now))


# One address may be a whole school, or a thousand telephones of one network.
BY_ADDRESS = MemoryBrake(most=300, seconds=600)
# Who guesses somebody's birthday: wrong tries for one number, from wherever they come.
BY_NUMBER = MemoryBrake(most=10, seconds=900)


def sender_of(address: str) -> str:
    """Return what counts as one sender: an IPv4 address, the /64 that a line has with IPv6."""
    if ":" not in address:
        return address
    try:
        return str(ipaddress.ip_network((address, 64), strict=False))
    except ValueError:
        return address
