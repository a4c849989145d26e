"""The notices of the asking person's roles."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from sites.admin.staff import Staff
from tenants.exchange.models import Notice
from tenants.units.context import current_unit


def notices_for(staff: Staff) -> QuerySet[Notice]:
    """Return the notices to the person's roles in the active unit, newest first."""
    rows = Notice.objects.filter(unit=current_unit(), role__in=staff.roles)
    return rows.select_related("submission").order_by("-created_at", "-pk")


def unread_count(staff: Staff) -> int:
    """Return how many different notices wait. One query; none for somebody without a role."""
    if not staff.roles:
        return 0
    rows = notices_for(staff).filter(read_at=None).order_by()
    # Who has two roles receives one notice twice; it is one piece of news.
    return rows.values("submission_id", "text", "created_at").distinct().count()


def told_once(notices: Iterable[Notice]) -> list[Notice]:
    """Return the notices without those that repeat another one for a second role of the same person."""
    seen: dict[tuple[object, ...], Notice] = {}
    for notice in notices:
        seen.setdefault((notice.submission_id, notice.text, notice.created_at), notice)
    return list(seen.values())


def mark_read(staff: Staff, *, at: datetime, notice: Notice | None = None) -> None:
    """Mark one notice, or all of the person's roles, as read. What repeats it for another role is read with it."""
    rows = notices_for(staff).filter(read_at=None)
    if notice is not None:
        rows = rows.filter(submission=notice.submission_id, text=notice.text, created_at=notice.created_at)
    rows.order_by().update(read_at=at)
