"""The ledger's states and arrows: one table. An arrow that is not here is refused.

Source: architecture.md, "The way up and the way down"; QC Đ10.3. Rendered into docs/exchange.md.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    SUBMITTED = "submitted", _("Mới gửi")
    CLAIMED = "claimed", _("Đang xử lý")
    ROUTED = "routed", _("Chờ phòng duyệt")
    APPROVED = "approved", _("Phòng đã duyệt")
    DECLINED = "declined", _("Phòng không duyệt")
    SCHEDULED = "scheduled", _("Hẹn giờ đăng")
    PUBLISHED = "published", _("Đã đăng")
    CHANGES_REQUESTED = "changes_requested", _("Đã trả lại để sửa")
    REFUSED = "refused", _("Từ chối")
    RECALLED = "recalled", _("Đơn vị đã rút")
    TAKEN_DOWN = "taken_down", _("Đã gỡ")


ARROWS: dict[State, frozenset[State]] = {
    State.SUBMITTED: frozenset({State.CLAIMED, State.RECALLED}),
    # claimed → submitted: released, or the claim expired.
    State.CLAIMED: frozenset(
        {
            State.SUBMITTED,
            State.ROUTED,
            State.SCHEDULED,
            State.PUBLISHED,
            State.CHANGES_REQUESTED,
            State.REFUSED,
            State.RECALLED,
        }
    ),
    State.ROUTED: frozenset({State.APPROVED, State.DECLINED}),
    State.APPROVED: frozenset({State.SCHEDULED, State.PUBLISHED, State.CLAIMED}),
    State.DECLINED: frozenset({State.CLAIMED}),
    State.SCHEDULED: frozenset({State.PUBLISHED, State.CLAIMED}),
    State.CHANGES_REQUESTED: frozenset({State.SUBMITTED, State.RECALLED}),
    State.PUBLISHED: frozenset({State.TAKEN_DOWN}),
    # Restored only by the side that took it down.
    State.TAKEN_DOWN: frozenset({State.PUBLISHED}),
    State.REFUSED: frozenset(),
    State.RECALLED: frozenset(),
}

# Sent and not yet answered: somebody at the desk has it in hand.
AT_THE_DESK = frozenset({State.CLAIMED, State.ROUTED, State.APPROVED, State.DECLINED, State.SCHEDULED})

FINAL = frozenset(state for state, targets in ARROWS.items() if not targets)


class NewsClass(models.TextChoices):
    """QC Đ10.3: news goes straight to the desk, professional and political posts need a board member's approval."""

    NEWS = "news", _("Tin tức, sự kiện")
    PROFESSIONAL = "professional", _("Chuyên môn, chính luận")


class EditionStatus(models.TextChoices):
    CURRENT = "current", _("Bản đang xử lý")
    PENDING = "pending", _("Bản mới chờ xem")
    ACCEPTED = "accepted", _("Bản đã đăng")
    SET_ASIDE = "set_aside", _("Bản để lại")


class RefusalGround(models.IntegerChoices):
    """The five grounds of QC Đ11."""

    POLICY = 1, _("Không phù hợp chủ trương, đường lối của Đảng, pháp luật của Nhà nước")
    SECRECY = 2, _("Bí mật nhà nước hoặc chưa được phổ biến công khai")
    UNTRUE = 3, _("Không đúng sự thật")
    QUALITY = 4, _("Không bảo đảm chất lượng")
    FORBIDDEN = 5, _("Không được đăng theo quy định khác của pháp luật")


class TakeDownReason(models.TextChoices):
    """Why a post stops being public. The first three hide the portal's copy in the same transaction."""

    LEGAL = "legal", _("Theo quy định của pháp luật")
    CONSENT = "consent", _("Người trong ảnh hoặc phụ huynh rút đồng ý")
    UNIT_WISH = "unit_wish", _("Đơn vị đề nghị gỡ")
    OUTDATED = "outdated", _("Thông tin không còn phù hợp")
    OTHER = "other", _("Lý do khác")


HIDING_REASONS = frozenset({TakeDownReason.LEGAL, TakeDownReason.CONSENT, TakeDownReason.UNIT_WISH})


class Side(models.TextChoices):
    """Who acted: the unit that sent, or the receiver's desk."""

    UNIT = "unit", _("Đơn vị")
    PORTAL = "portal", _("Sở")
