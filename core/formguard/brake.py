"""How often a guarded form may be used, by one sender and in one unit altogether."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.identity.throttle import Limit, closed_until
from core.schema import active_schema


@dataclass(frozen=True, slots=True)
class Brake:
    """At most `a_sender` uses by one address and `a_unit` by everybody, in `period`, each unit for itself.

    A whole school may share one address: leave room for a class.
    """

    name: str
    a_sender: int
    a_unit: int
    period: timedelta


def held_until(brake: Brake, *, sender: str, at: datetime) -> datetime | None:
    """Count one use in the active unit; return None when it is within the limits, else when it is again.

    sender: network address. Costs up to six cache calls.
    """
    unit = active_schema()
    by_sender = Limit(f"{brake.name}:sender", brake.a_sender, brake.period)
    by_unit = Limit(f"{brake.name}:unit", brake.a_unit, brake.period)
    return closed_until(by_sender, sender=f"{unit}:{sender}", at=at) or closed_until(by_unit, sender=unit, at=at)
