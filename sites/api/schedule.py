"""Published weeks of the working schedule, where the unit has one that everybody may read."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router

from sites.api.entries import local
from sites.api.paging import one_page
from sites.api.schemas import Named, Paging, ScheduleEntryItem, ScheduleWeekItem, ScheduleWeeks
from sites.presenters.surroundings import surroundings_of
from sites.schedule.models import ScheduleEntry, ScheduleWeek, Session
from sites.schedule.presenter import week_address

router = Router()


@router.api_operation(["GET", "HEAD"], "", response=ScheduleWeeks, summary="Lịch công tác, tuần mới đứng trước")
def list_weeks(request: HttpRequest, paging: Query[Paging]) -> ScheduleWeeks:
    """Mỗi việc giữ một mã qua mọi lần sửa."""
    address = _schedule_address(request)

    def items(weeks: Sequence[ScheduleWeek]) -> list[ScheduleWeekItem]:
        return [_week(week, address) for week in weeks]

    return one_page(ScheduleWeeks, _weeks(address), items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{monday}/", response=ScheduleWeekItem, summary="Lịch công tác của một tuần")
def show_week(request: HttpRequest, monday: date) -> ScheduleWeekItem:
    """`monday`: ngày thứ Hai của tuần, viết như 2026-11-23."""
    address = _schedule_address(request)
    week = _weeks(address).filter(monday=monday).first()
    if week is None:
        raise Http404
    return _week(week, address)


def _weeks(address: str) -> QuerySet[ScheduleWeek]:
    """Return the published weeks, newest first; none without an address where everybody reads them."""
    weeks = ScheduleWeek.objects.filter(live=True) if address else ScheduleWeek.objects.none()
    return weeks.prefetch_related("entries").order_by("-monday")


def _schedule_address(request: HttpRequest) -> str:
    """Return where the schedule is read, "" in a unit that shows none to everybody."""
    menu = surroundings_of(request).menu
    section = menu.find(model="schedulepage")
    return "" if section is None or menu.is_private(section.tree_path) else menu.origin + section.url


def _week(week: ScheduleWeek, address: str) -> ScheduleWeekItem:
    published = week.first_published_at
    return ScheduleWeekItem(
        id=week.monday,
        until=week.sunday,
        note=week.note,
        url=week_address(address, week.monday),
        published_at=local(published) if published else None,
        entries=[_entry(entry, week) for entry in week.entries.all()],
    )


def _entry(entry: ScheduleEntry, week: ScheduleWeek) -> ScheduleEntryItem:
    day, session = entry.day_in(week.monday), Session(entry.session)
    return ScheduleEntryItem(
        id=entry.uid,
        day=day,
        session=Named(code=session.name.lower(), name=str(session.label)),
        starts_at=_instant(day, entry.starts_at),
        ends_at=_instant(day, entry.ends_at),
        content=entry.content,
        chair=entry.chair,
        participants=entry.participants,
        place=entry.place,
        prepared_by=entry.prepared_by,
    )


def _instant(day: date, at: time | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, at)) if at else None
