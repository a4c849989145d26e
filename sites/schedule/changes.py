"""What readers are told about a week that was changed after its publication. Plain data, kept as JSON with the week."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal, cast

from django.db.models import Field
from django.utils.translation import gettext as _

from core.frontend.formats import WEEKDAYS, clock
from sites.schedule.models import ScheduleEntry, Session

Snapshot = dict[str, Any]
Kind = Literal["added", "changed", "removed"]
FIELDS = ("weekday", "session", "starts_at", "ends_at", "content", "chair", "participants", "place", "prepared_by")


@dataclass(frozen=True, slots=True)
class Change:
    """at: ISO moment. uid: of the entry. entry: as it is since then; for a removed one as it was.

    was: what readers saw before, by field that changed, as stored.
    """

    at: str
    kind: Kind
    uid: str
    entry: Snapshot
    was: Snapshot = field(default_factory=dict)

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def snapshot(entry: ScheduleEntry) -> Snapshot:
    """Return an entry's fields as JSON holds them: times as "07:30"."""
    values = {name: getattr(entry, name) for name in FIELDS}
    plain = {name: value.isoformat("minutes") if isinstance(value, time) else value for name, value in values.items()}
    return {"uid": str(entry.uid), **plain}


def differences(before: list[Snapshot], after: list[Snapshot], *, at: datetime) -> list[Change]:
    """Return what changed between two states of a week, in the order of the later one, removed entries last."""
    old = {one["uid"]: one for one in before}
    moment = at.isoformat()
    found: list[Change] = []
    for entry in after:
        known = old.pop(entry["uid"], None)
        if known is None:
            found.append(Change(moment, "added", entry["uid"], entry))
        elif was := {name: known[name] for name in FIELDS if known[name] != entry[name]}:
            found.append(Change(moment, "changed", entry["uid"], entry, was))
    return [*found, *(Change(moment, "removed", uid, entry) for uid, entry in old.items())]


def changes_of(stored: list[Mapping[str, Any]]) -> list[Change]:
    """Return a week's changes from what `ScheduleWeek.changes` holds."""
    return [Change(**one) for one in stored]


def place_in_week(entry: Snapshot) -> str:
    """Return "sáng thứ Ba, 8:00"."""
    day = WEEKDAYS[entry["weekday"]]
    words = {"session": Session(entry["session"]).label.lower(), "day": day[0].lower() + day[1:]}
    text = _("%(session)s %(day)s") % words
    return f"{text}, {_clock(entry['starts_at'])}" if entry["starts_at"] else text


def words_of_change(change: Change) -> str:
    """Return what changed in one entry: "địa điểm trước là “Phòng họp A”; giờ trước là 8:00"; "" for a new one."""
    if change.kind != "changed":
        return ""
    moved = {"weekday", "session"} & change.was.keys()
    parts = []
    if moved:
        parts.append(_("trước là %(place)s") % {"place": place_in_week(change.entry | change.was)})
    told = {"weekday", "session", *(["starts_at"] if moved else [])}
    for name in FIELDS:
        if name in told or name not in change.was:
            continue
        value = change.was[name]
        words = {"field": _label(name), "old": _shown(value)}
        parts.append((_("%(field)s trước là %(old)s") if value else _("mới ghi %(field)s")) % words)
    return "; ".join(parts)


def _label(name: str) -> str:
    times = {"starts_at": _("giờ bắt đầu"), "ends_at": _("giờ kết thúc")}
    return times.get(name) or str(cast(Field[Any, Any], ScheduleEntry._meta.get_field(name)).verbose_name)


def _shown(value: Any) -> str:
    text = str(value)
    return _clock(text) if len(text) == 5 and text[2] == ":" else f"“{text}”"


def _clock(text: str) -> str:
    return clock(datetime.combine(date.min, time.fromisoformat(text)))
