"""Instants and spans as people at work read them."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import clock, short_date


def moment(at: datetime) -> str:
    """Return "8:10, 22/11/2026" in local time."""
    local = timezone.localtime(at)
    return f"{clock(local)}, {short_date(local)}"


def moment_near(at: datetime, *, now: datetime) -> str:
    """Return "8:10" for today, else "8:10, 22/11/2026"."""
    local = timezone.localtime(at)
    return clock(local) if local.date() == timezone.localtime(now).date() else moment(at)


def span(length: timedelta) -> str:
    """Return a length in its largest whole unit: "2 ngày", "5 giờ", "10 phút"."""
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < 60:
        return _("%(count)d phút") % {"count": minutes}
    if minutes < 24 * 60:
        return _("%(count)d giờ") % {"count": minutes // 60}
    return _("%(count)d ngày") % {"count": minutes // (24 * 60)}
