from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.frontend.formats import clock, short_date
from core.maintenance.sign import Maintenance, put_up, sign, take_down

TIMES = ("%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M")


class Command(BaseCommand):
    """Close all sites for maintenance and open them again: `maintenance on --until 22:30`, `off`, `status`."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["on", "off", "status"])
        parser.add_argument("--until", help="when it is to be over: 22:30, or 2026-11-24 22:30")
        parser.add_argument("--from", dest="since", help="when it begins; now, unless it is said")

    def handle(self, *args: Any, action: str, until: str | None, since: str | None, **options: Any) -> None:
        now = timezone.now()
        if action == "on":
            put_up(_announced(until, since, now))
        elif action == "off" and not take_down():
            raise CommandError("Không có đợt bảo trì nào đang mở.")
        self.stdout.write(_sentence(sign.read(), now))


def _announced(until: str | None, since: str | None, now: datetime) -> Maintenance:
    if not until:
        raise CommandError("Hãy ghi giờ dự kiến xong, ví dụ --until 22:30: người đọc và máy tìm kiếm được báo giờ này.")
    begins_at = _moment(since, after=now) if since else now
    ends_at = _moment(until, after=begins_at)
    if ends_at <= begins_at:
        raise CommandError("Giờ dự kiến xong phải sau giờ bắt đầu.")
    return Maintenance(begins_at, ends_at)


def _moment(text: str, *, after: datetime) -> datetime:
    """Return the instant. A time without a day is the next one after `after`, so that 0:30 may follow 23:00."""
    local = timezone.localtime(after)
    for form in TIMES:
        try:
            parsed = datetime.strptime(text.strip(), form).replace(tzinfo=local.tzinfo)
        except ValueError:
            continue
        if form != TIMES[0]:
            return parsed
        at = local.replace(hour=parsed.hour, minute=parsed.minute, second=0, microsecond=0)
        return at if at > local else at + timedelta(days=1)
    raise CommandError(f"Không hiểu giờ “{text}”. Hãy ghi như 22:30 hoặc 2026-11-24 22:30.")


def _sentence(maintenance: Maintenance | None, now: datetime) -> str:
    if maintenance is None:
        return "Các trang đang mở."
    begins, ends = (f"{clock(at)} ngày {short_date(at)}" for at in map(timezone.localtime, _times(maintenance)))
    state = "Các trang đang đóng để bảo trì" if now >= maintenance.begins_at else "Các trang sẽ đóng để bảo trì"
    return f"{state}: từ {begins}, dự kiến xong {ends}. Mở lại bằng lệnh: maintenance off."


def _times(maintenance: Maintenance) -> tuple[datetime, datetime]:
    return maintenance.begins_at, maintenance.ends_at
