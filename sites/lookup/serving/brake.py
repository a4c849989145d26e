"""How often somebody may ask, counted for all processes of the machine together.

It is a brake on programs that walk through numbers, no lock: two processes that count the same key in the same
microsecond may count once, and among very many keys the oldest are forgotten.
"""

import hashlib
import ipaddress
import logging
import mmap
import struct
import threading
from pathlib import Path

from django.conf import settings

_SLOT = struct.Struct("<QdQ")  # key, first use (monotonic, the same for all processes of a machine), uses
# A key has its place in one of so many neighboring slots.
_NEIGHBORS = 8
logger = logging.getLogger(__name__)


class SharedBrake:
    """At most `most` uses of a key in `seconds`, counted from the first, in a small file that processes share.

    slots: how many keys the file has room for, 24 bytes each. What the file holds of a key is a keyed hash. Where no
    file can be made, each process counts for itself. A restart of the machine, whose clock begins anew, forgets all.
    """

    def __init__(self, name: str, *, most: int, seconds: float, slots: int = 1 << 17) -> None:
        self.most, self.seconds = most, seconds
        self._name, self._slots = name, slots
        self._lock = threading.Lock()
        self._map: mmap.mmap | None = None
        self._secret = b""

    def count(self, key: str, *, now: float) -> int:
        """Count one use; return 0 when it is within the limit, else the seconds until the next. now: monotonic."""
        with self._lock:
            place, hashed, first, used = self._find(key, now)
            if used >= self.most:
                return self._left(first, now)
            _SLOT.pack_into(self._open(), place, hashed, first, used + 1)
            return 0

    def left(self, key: str, *, now: float) -> int:
        """Return the seconds until the key may be used, 0 for now; count nothing."""
        with self._lock:
            _place, _hashed, first, used = self._find(key, now)
            return self._left(first, now) if used >= self.most else 0

    def forget(self) -> None:
        with self._lock:
            if self._map is not None:
                self._map.close()
                self._map = None
                self._path().unlink(missing_ok=True)

    def _find(self, key: str, now: float) -> tuple[int, int, float, int]:
        """Return the key's slot, its hash, when its period began and its uses: a slot of its own, else the oldest."""
        table = self._open()
        digest = hashlib.blake2b(key.encode(), digest_size=8, key=self._secret).digest()
        hashed = int.from_bytes(digest, "little") or 1
        oldest, oldest_first = 0, now
        for number in range(_NEIGHBORS):
            place = (hashed + number) % self._slots * _SLOT.size
            kept, first, used = _SLOT.unpack_from(table, place)
            is_over = not 0 <= now - first < self.seconds
            if kept == hashed:
                return (place, hashed, now, 0) if is_over else (place, hashed, first, used)
            if number == 0 or is_over or first < oldest_first:
                oldest, oldest_first = place, float("-inf") if is_over else first
        return oldest, hashed, now, 0

    def _open(self) -> mmap.mmap:
        if self._map is None:
            self._map, self._secret = self._mapped(), settings.SECRET_KEY.encode()[:64]
        return self._map

    def _mapped(self) -> mmap.mmap:
        size = self._slots * _SLOT.size
        try:
            path = self._path()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a+b") as file:
                file.truncate(size)
                return mmap.mmap(file.fileno(), size)
        except OSError:
            logger.exception("%s cannot be shared, so each process counts look-ups for itself", self._path())
            return mmap.mmap(-1, size)

    def _path(self) -> Path:
        return Path(settings.LOOKUP_BRAKE_FOLDER) / f"{self._name}.slots"

    def _left(self, first: float, now: float) -> int:
        return max(1, round(first + self.seconds - now))


# One address may be a whole school, or a thousand telephones of one network.
BY_ADDRESS = SharedBrake("address", most=300, seconds=600)
# Who guesses somebody's birthday: wrong tries for one number, from wherever they come.
BY_NUMBER = SharedBrake("number", most=10, seconds=900)


def sender_of(address: str) -> str:
    """Return what counts as one sender: an IPv4 address, the /64 that a line has with IPv6."""
    if ":" not in address:
        return address
    try:
        return str(ipaddress.ip_network((address, 64), strict=False))
    except ValueError:
        return address
