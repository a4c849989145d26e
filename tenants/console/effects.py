"""What a status of a unit means, in words for the operator who is about to choose one."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenants.units.statuses import ARROWS, EFFECTS, UnitStatus

# Field of StatusEffect → (when it holds, when it does not).
_WORDS: dict[str, tuple[Promise, Promise]] = {
    "public_pages": (
        _("Người đọc xem được trang của đơn vị."),
        _("Người đọc không xem được trang của đơn vị; họ thấy lời báo trang đang tạm nghỉ."),
    ),
    "may_log_in": (
        _("Người của đơn vị đăng nhập và làm việc được."),
        _("Người của đơn vị không đăng nhập được; ai đang làm dở phải dừng ngay."),
    ),
    "may_publish": (
        _("Đơn vị đăng được bài trên trang của mình."),
        _("Đơn vị không đăng được bài mới."),
    ),
    "may_send": (_("Đơn vị gửi được bài lên Sở."), _("Đơn vị không gửi được bài lên Sở.")),
    "listed": (
        _("Bài của đơn vị có trong tìm kiếm và trên Cổng của Sở."),
        _("Bài của đơn vị không hiện trong tìm kiếm và trên Cổng của Sở. Không bài nào bị xóa."),
    ),
}


def effects_in_words(status: str) -> list[tuple[bool, Promise]]:
    """Return (whether allowed, sentence) for each effect of the status."""
    effect = EFFECTS[status]
    return [(getattr(effect, name), words[0 if getattr(effect, name) else 1]) for name, words in _WORDS.items()]


# Tone of components/tag.
TONES = {"planned": "neutral", "active": "ok", "suspended": "warn", "closed": "neutral"}

_STEPS: dict[str, Promise] = {
    UnitStatus.SUSPENDED: _("Tạm dừng đơn vị"),
    UnitStatus.ACTIVE: _("Cho hoạt động lại"),
    UnitStatus.CLOSED: _("Kết thúc đơn vị"),
}


def step_of(before: str, after: str) -> Promise:
    """Return what the button that leads from one status to another says."""
    return _("Mở cho người đọc") if before == UnitStatus.PLANNED and after == UnitStatus.ACTIVE else _STEPS[after]


def steps_from(status: str) -> list[tuple[str, Promise]]:
    """Return (status, words) of the steps that may be taken from `status`."""
    return [(after.value, step_of(status, after)) for after in UnitStatus if after in ARROWS[status]]
