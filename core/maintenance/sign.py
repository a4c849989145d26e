"""The sign on the door: a file beside the installation's data, since the database may be what is being mended."""

import json
import logging
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

# Other processes see the sign at most this much later.
CHECK_SECONDS = 1.0
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Maintenance:
    """begins_at, ends_at: aware, as announced. Past the end it goes on until somebody takes the sign down."""

    begins_at: datetime
    ends_at: datetime

    def is_overdue(self, at: datetime) -> bool:
        return at >= self.ends_at


def put_up(maintenance: Maintenance) -> None:
    """Announce a maintenance in place of any announced before. Nobody reads half of it."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(".new")
    written.write_text(json.dumps({name: at.isoformat() for name, at in asdict(maintenance).items()}), encoding="utf-8")
    written.replace(path)
    sign.forget()


def take_down() -> bool:
    """End the maintenance; return whether there was one."""
    sign.forget()
    try:
        _path().unlink()
    except FileNotFoundError:
        return False
    return True


class Sign:
    """What the file says, read at most once in CHECK_SECONDS by each process."""

    def __init__(self) -> None:
        self._looked_at = float("-inf")
        self._seen: Maintenance | None = None

    def read(self) -> Maintenance | None:
        """Return the maintenance that is announced, begun or not."""
        now = time.monotonic()
        if now - self._looked_at >= CHECK_SECONDS:
            self._looked_at, self._seen = now, _read()
        return self._seen

    def forget(self) -> None:
        self._looked_at = float("-inf")


sign = Sign()


def _path() -> Path:
    return Path(settings.MAINTENANCE_FILE)


def _read() -> Maintenance | None:
    try:
        said = json.loads(_path().read_text(encoding="utf-8"))
        return Maintenance(datetime.fromisoformat(said["begins_at"]), datetime.fromisoformat(said["ends_at"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        logger.exception("%s says nothing that can be understood, so all sites are open", _path())
        return None
