"""The lines of "Việc cần làm", each with the one button that settles it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from core.frontend.formats import short_date
from sites.admin.sending.queries import MonthCount, month_count, sent_by_unit
from sites.admin.staff import Staff, staff_of
from sites.admin.timeline import Tone
from sites.desk.counts import desk_lines
from sites.directory.listing import unit_address
from sites.disclosures.admin.duties import disclosure_duties
from sites.frame import Link
from sites.library.admin.report import broken_link_duties
from sites.presenters.frame import footer_duties
from tenants.exchange.states import State
from tenants.units.context import current_unit
from tenants.units.models import Role

LIMIT = 7


@dataclass(frozen=True, slots=True)
class ToDo:
    """text: a whole sentence. action: the button. due: "còn 6 ngày", may be ""."""

    text: str
    action: Link
    due: str = ""
    tone: Tone = "neutral"


def to_do(request: HttpRequest, *, at: datetime) -> list[ToDo]:
    """Return at most LIMIT lines, what waits for an answer first and what has a day after it. About five queries."""
    staff = staff_of(request)
    of_site = _of_portal(staff) if staff.is_portal else _of_unit(staff, at)
    lines = [*_to_approve(request), *_rejected(request), *of_site, *_broken_links(staff), *_missing_in_footer(staff)]
    return lines[:LIMIT]


def nothing_to_do(request: HttpRequest, *, at: datetime) -> str:
    """Return the sentence of an empty list; it names what comes next. Source: design.md §7 no. 12."""
    if staff_of(request).is_portal:
        return _("Không còn việc nào chờ thầy cô.")
    following = month_count(at=at).last_day + timedelta(days=1)
    last = (following.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return _(
        "Thầy cô đã làm xong các việc đến hạn. Việc tiếp theo: gửi Sở ít nhất 1 bài của tháng %(month)d, hạn %(day)s."
    ) % {"month": following.month, "day": short_date(last)}


def _to_approve(request: HttpRequest) -> Iterator[ToDo]:
    states = TaskState.objects.reviewable_by(request.user).select_related("revision__user").order_by("started_at")
    for state in states[:LIMIT]:
        writer = state.revision.user
        yield ToDo(
            text=_("%(name)s gửi duyệt bài “%(title)s”.")
            % {"name": writer.full_name if writer else _("Đồng nghiệp"), "title": state.revision.object_str},
            action=Link(_("Xem và duyệt"), reverse("wagtailadmin_pages:edit", args=[state.revision.object_id])),
            tone="warn",
        )


def _rejected(request: HttpRequest) -> Iterator[ToDo]:
    states = WorkflowState.objects.filter(
        requested_by=request.user, status=WorkflowState.STATUS_NEEDS_CHANGES
    ).select_related("current_task_state")
    titles = Page.objects.in_bulk([int(state.object_id) for state in states[:LIMIT]])
    for state in states[:LIMIT]:
        if page := titles.get(int(state.object_id)):
            yield ToDo(
                text=_("Người duyệt trả lại bài “%(title)s”: %(words)s")
                % {"title": page.draft_title, "words": state.current_task_state.comment},
                action=Link(_("Sửa bài"), reverse("wagtailadmin_pages:edit", args=[page.pk])),
                tone="warn",
            )


def _broken_links(staff: Staff) -> Iterator[ToDo]:
    """For whoever may mend the pages of others."""
    if staff.roles - {Role.AUTHOR}:
        for text, action in broken_link_duties():
            yield ToDo(text=text, action=action, tone="warn")


def _missing_in_footer(staff: Staff) -> Iterator[ToDo]:
    """What the law wants at the foot of every page and the register does not know (NĐ 174/2026)."""
    unit = current_unit()
    if missing := [label for label, value in footer_duties(unit) if not value]:
        to_whom = _("Hãy bổ sung trong danh bạ đơn vị.") if staff.is_portal else _("Hãy báo Văn phòng Sở bổ sung.")
        yield ToDo(
            text=_("Chân trang còn thiếu: %(what)s. %(to_whom)s") % {"what": ", ".join(missing), "to_whom": to_whom},
            action=Link(_("Xem danh bạ"), unit_address(unit.slug)),
            tone="warn",
        )


def _of_unit(staff: Staff, at: datetime) -> Iterator[ToDo]:
    for row in sent_by_unit().filter(state=State.CHANGES_REQUESTED).order_by("changed_at")[:LIMIT]:
        yield ToDo(
            text=_("Sở trả lại bài “%(title)s”: %(words)s") % {"title": row.title, "words": row.words},
            action=Link(_("Sửa và gửi lại"), reverse("sent_post", args=[row.page_id])),
            tone="warn",
        )
    month = month_count(at=at)
    if staff.may_send and not month.is_met:
        yield ToDo(
            text=_("Tháng %(month)d chưa gửi Sở bài nào. Hạn: hết ngày %(day)s.")
            % {"month": month.month.month, "day": short_date(month.last_day)},
            action=Link(_("Chọn bài để gửi"), reverse("choose_post")),
            due=days_left(month),
            tone="bad" if month.days_left < 3 else "warn",
        )
    if staff.may_send:
        for duty in disclosure_duties(timezone.localdate(at)):
            tone: Tone = "bad" if duty.is_late else "warn"
            yield ToDo(text=duty.text, action=Link(duty.label, duty.url), tone=tone)


def days_left(month: MonthCount) -> str:
    """Return "còn 6 ngày", on the last day "hạn hôm nay"."""
    return _("còn %(count)d ngày") % {"count": month.days_left} if month.days_left else _("hạn hôm nay")


def _of_portal(staff: Staff) -> Iterable[ToDo]:
    return (ToDo(text=text, action=Link(label, url), tone=tone) for text, label, url, tone in desk_lines(staff))
