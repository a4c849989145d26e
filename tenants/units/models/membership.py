from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does in one unit. The first four exist everywhere, the rest on the portal only."""

    AUTHOR = "author", _("Người viết")
    EDITOR = "editor", _("Biên tập viên")
    APPROVER = "approver", _("Trưởng đơn vị, người duyệt")
    ADMINISTRATOR = "administrator", _("Quản trị đơn vị")
    DESK = "desk", _("Tổ kỹ thuật")
    BOARD_MEMBER = "board_member", _("Thành viên Ban Biên tập")
    BOARD_HEAD = "board_head", _("Trưởng Ban Biên tập")
    OFFICE = "office", _("Văn phòng Sở")


PORTAL_ROLES = frozenset({Role.DESK, Role.BOARD_MEMBER, Role.BOARD_HEAD, Role.OFFICE})


class Membership(models.Model):
    """One identity serves one unit in one role. The local account and its groups in the unit's schema follow it."""

    identity = models.ForeignKey("identity.Identity", on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("vai trò"), max_length=15, choices=Role)
    # For a board member: the room of the Sở whose posts the person approves (QC Đ10.2).
    room = models.ForeignKey(
        "units.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("phòng của Sở")
    )
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(_("kết thúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("vai trò của người dùng")
        verbose_name_plural = _("vai trò của người dùng")
        constraints = [
            models.UniqueConstraint(
                fields=["identity", "unit", "role"], condition=models.Q(ended_at=None), name="membership_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.identity} – {self.get_role_display()} – {self.unit}"
