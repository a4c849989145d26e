"""The tabs of the queue: which rows each holds and in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sites.admin.staff import Staff
from tenants.exchange.models import Edition, Submission
from tenants.exchange.states import AT_THE_DESK, EditionStatus, State

# What one person of the desk has in hand: claimed, or answered by the room, or waiting for its hour.
IN_HAND = (State.CLAIMED, State.APPROVED, State.DECLINED, State.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Tab:
    """slug: in the address. newest_first: finished work; what still waits is shown oldest first."""

    slug: str
    label: Promise
    rows: Callable[[Staff], Q]
    newest_first: bool = False


def _in(*states: State) -> Callable[[Staff], Q]:
    return lambda staff: Q(state__in=states)


def _mine(staff: Staff) -> Q:
    return Q(state__in=IN_HAND, claimed_by_id=staff.identity_pk)


def _with_new_edition(staff: Staff) -> Q:
    """Also of a post its unit took down, mended and shows again, and of one the desk has in hand."""
    pending = Edition.objects.filter(status=EditionStatus.PENDING)
    return Q(state__in=[*AT_THE_DESK, State.PUBLISHED, State.TAKEN_DOWN], pk__in=pending.values("submission_id"))


def _asked_of_my_rooms(staff: Staff) -> Q:
    asked = Edition.objects.filter(status=EditionStatus.PENDING, room_id__in=staff.rooms, approved_by=None)
    return Q(state=State.ROUTED) | Q(pk__in=asked.values("submission_id"))


TABS = (
    Tab("moi", _("Mới"), _in(State.SUBMITTED)),
    Tab("cua-toi", _("Tôi đang xử lý"), _mine),
    Tab("cho-phong", _("Chờ phòng duyệt"), _in(State.ROUTED)),
    Tab("phong-tra-loi", _("Phòng đã trả lời"), _in(State.APPROVED, State.DECLINED)),
    Tab("hen-gio", _("Hẹn giờ đăng"), _in(State.SCHEDULED)),
    Tab("ban-moi", _("Có bản mới"), _with_new_edition),
    Tab("tra-lai", _("Đã trả lại"), _in(State.CHANGES_REQUESTED), newest_first=True),
    Tab("da-dang", _("Đã đăng"), _in(State.PUBLISHED), newest_first=True),
    Tab("tu-choi", _("Từ chối"), _in(State.REFUSED), newest_first=True),
    Tab("da-go", _("Đã gỡ"), _in(State.TAKEN_DOWN), newest_first=True),
    Tab("tat-ca", _("Tất cả"), lambda staff: Q(), newest_first=True),
)
# A board member sees what was routed to the own rooms, nothing else.
BOARD_TABS = (
    Tab("cho-phong", _("Chờ phòng duyệt"), _asked_of_my_rooms),
    Tab("phong-tra-loi", _("Phòng đã trả lời"), _in(State.APPROVED, State.DECLINED)),
    Tab("da-dang", _("Đã đăng"), _in(State.PUBLISHED), newest_first=True),
    Tab("tat-ca", _("Tất cả"), lambda staff: Q(), newest_first=True),
)


def tabs_for(staff: Staff) -> tuple[Tab, ...]:
    return TABS if staff.reads_the_desk else BOARD_TABS


def counts_of(tabs: tuple[Tab, ...], rows: QuerySet[Submission], *, staff: Staff) -> dict[str, int]:
    """Return tab → number of rows in it. One query."""
    sums: dict[str, Any] = {tab.slug: Count("pk", filter=tab.rows(staff) or None) for tab in tabs}
    return rows.order_by().aggregate(**sums)
