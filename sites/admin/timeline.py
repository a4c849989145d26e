"""What happened to a sent post and where it stands, in words: the same for the unit and for the Sở."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _

from sites.admin.moments import moment
from tenants.exchange.models import Event, Submission
from tenants.exchange.states import EditionStatus, RefusalGround, Side, State, TakeDownReason

# The worker publishes what is due every minute; what still waits then was refused (a new edition, a resting unit).
LATE_AFTER = timedelta(minutes=10)
Tone = Literal["neutral", "ok", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline. who: "Võ Tiến Dũng (Sở)". words: what the person wrote, may be ""."""

    title: str
    at: datetime
    who: str
    words: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a post stands now: a sentence and the color that repeats it."""

    text: str
    tone: Tone = "neutral"


def timeline_of(submission: Submission) -> list[Step]:
    """Return the steps of one submission, oldest first. One query."""
    return [_step(event) for event in submission.events.all()]


def _step(event: Event) -> Step:
    title, tone = TITLES.get(event.verb, _unknown)(event)
    words = "" if event.verb in _WORDS_IN_TITLE else event.words
    who = f"{event.actor_name} ({Side(event.side).label})" if event.actor_id else ""
    return Step(title=title, at=event.at, who=who, words=words, tone=tone)


Titled = tuple[str, Tone]


def _sent(event: Event) -> Titled:
    return (_("Sửa và gửi lại Sở") if event.from_state else _("Đã gửi Sở")), "neutral"


def _scheduled(event: Event) -> Titled:
    return _("Hẹn đăng lúc %(time)s") % {"time": moment(datetime.fromisoformat(event.words))}, "neutral"


def _taken_down(event: Event) -> Titled:
    return (_("Đơn vị gỡ bài") if event.side == Side.UNIT else _("Sở gỡ bài")), "bad"


def _restored(event: Event) -> Titled:
    return (_("Đơn vị khôi phục bài") if event.side == Side.UNIT else _("Sở khôi phục bài")), "ok"


def _unknown(event: Event) -> Titled:
    return str(State(event.to_state).label), "neutral"


def _fixed(text: Callable[[], str], tone: Tone = "neutral") -> Callable[[Event], Titled]:
    return lambda event: (text(), tone)


TITLES: dict[str, Callable[[Event], Titled]] = {
    "send": _sent,
    "claim": _fixed(lambda: _("Sở nhận xử lý")),
    "release": _fixed(lambda: _("Sở để bài lại hàng chờ")),
    "claim_expired": _fixed(lambda: _("Hết giờ giữ bài, bài trở lại hàng chờ")),
    "set_class": lambda event: (_("Phân loại: %(class)s") % {"class": event.words}, "neutral"),
    "route": lambda event: (_("Chuyển %(room)s duyệt") % {"room": event.words}, "neutral"),
    "approve": _fixed(lambda: _("Phòng đã duyệt"), "ok"),
    "decline": _fixed(lambda: _("Phòng không duyệt"), "warn"),
    "request_changes": _fixed(lambda: _("Sở trả lại để sửa"), "warn"),
    "refuse": _fixed(lambda: _("Sở không đăng bài này"), "bad"),
    "schedule": _scheduled,
    "publish": _fixed(lambda: _("Sở đã đăng"), "ok"),
    "new_edition": _fixed(lambda: _("Đơn vị có bản mới")),
    "accept_edition": _fixed(lambda: _("Sở đã đăng bản mới"), "ok"),
    "set_aside_edition": _fixed(lambda: _("Sở giữ bản đang đăng")),
    "route_edition": lambda event: (_("Chuyển %(room)s duyệt bản mới") % {"room": event.words}, "neutral"),
    "approve_edition": _fixed(lambda: _("Phòng đã duyệt bản mới"), "ok"),
    "decline_edition": _fixed(lambda: _("Phòng không duyệt bản mới, Sở giữ bản đang đăng"), "warn"),
    "take_down": _taken_down,
    "restore": _restored,
    "source_gone": _fixed(lambda: _("Bài gốc không còn trên trang của đơn vị"), "warn"),
    "recall": _fixed(lambda: _("Đơn vị rút bài"), "warn"),
}
_WORDS_IN_TITLE = frozenset({"set_class", "route", "route_edition", "schedule"})


def standing_of(submission: Submission, *, has_new_edition: bool = False) -> Standing:
    """Return where the submission stands. No query when `room` is loaded."""
    state = State(submission.state)
    if state == State.PUBLISHED and has_new_edition:
        return Standing(_("Sở đã đăng. Có bản mới, Sở đang xem."), "warn")
    if state == State.TAKEN_DOWN and has_new_edition:
        return Standing(_("Đơn vị đã gỡ, sửa rồi hiện lại bài. Có bản mới, Sở đang xem."), "warn")
    return STANDINGS[state](submission)


def pending_keys(submissions: Iterable[Submission]) -> set[int]:
    """Return the keys of the submissions whose new edition waits for the desk. One query."""
    keys = [row.pk for row in submissions if row.state in {State.PUBLISHED, State.TAKEN_DOWN}]
    if not keys:
        return set()
    rows = Submission.objects.filter(pk__in=keys, editions__status=EditionStatus.PENDING)
    return set(rows.values_list("pk", flat=True))


def _scheduled_standing(row: Submission) -> Standing:
    if row.publish_at and row.publish_at < timezone.now() - LATE_AFTER:
        text = _("Đã quá giờ hẹn đăng %(time)s mà chưa đăng được, Sở cần xem lại.")
        return Standing(text % {"time": moment(row.publish_at)}, "bad")
    return Standing(_("Sở hẹn đăng lúc %(time)s.") % {"time": moment(row.publish_at or row.changed_at)}, "ok")


def _published_standing(row: Submission) -> Standing:
    return Standing(_("Sở đã đăng lúc %(time)s.") % {"time": moment(row.published_at or row.changed_at)}, "ok")


def _returned_standing(row: Submission) -> Standing:
    return Standing(_("Sở trả lại bài để sửa: %(words)s") % {"words": row.words}, "warn")


def _refused_standing(row: Submission) -> Standing:
    ground = RefusalGround(row.refusal_ground).label if row.refusal_ground else ""
    text = _("Sở không đăng bài này. Căn cứ: %(ground)s. %(words)s Bài vẫn giữ nguyên trên trang của đơn vị.")
    return Standing(text % {"ground": ground, "words": row.words}, "bad")


def _taken_down_standing(row: Submission) -> Standing:
    text = _("%(who)s đã gỡ bài lúc %(time)s. Lý do: %(reason)s.")
    return Standing(
        text
        % {
            "who": Side(row.taken_down_by).label if row.taken_down_by else "",
            "time": moment(row.taken_down_at or row.changed_at),
            "reason": TakeDownReason(row.take_down_reason).label if row.take_down_reason else "",
        },
        "bad",
    )


def _room_name(row: Submission) -> str:
    return row.room.name if row.room else _("Phòng của Sở")


STANDINGS: dict[State, Callable[[Submission], Standing]] = {
    State.SUBMITTED: lambda row: Standing(_("Sở đã nhận bài lúc %(time)s, chờ xem.") % {"time": moment(row.sent_at)}),
    State.CLAIMED: lambda row: Standing(_("Sở đang xem, nhận lúc %(time)s.") % {"time": moment(row.changed_at)}),
    State.ROUTED: lambda row: Standing(_("%(room)s đang duyệt.") % {"room": _room_name(row)}),
    State.APPROVED: lambda row: Standing(_("%(room)s đã duyệt, chờ đăng.") % {"room": _room_name(row)}, "ok"),
    State.DECLINED: lambda row: Standing(
        _("%(room)s không duyệt, Sở đang xem lại.") % {"room": _room_name(row)}, "warn"
    ),
    State.SCHEDULED: _scheduled_standing,
    State.PUBLISHED: _published_standing,
    State.CHANGES_REQUESTED: _returned_standing,
    State.REFUSED: _refused_standing,
    State.RECALLED: lambda row: Standing(_("Đơn vị đã rút bài lúc %(time)s.") % {"time": moment(row.changed_at)}),
    State.TAKEN_DOWN: _taken_down_standing,
}
