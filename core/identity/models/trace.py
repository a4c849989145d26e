from django.db import models
from django.utils.translation import gettext_lazy as _


class TraceVerb(models.TextChoices):
    INVITED = "invited", _("Được mời")
    ROLE_GRANTED = "role_granted", _("Được giao vai trò")
    ROLE_ENDED = "role_ended", _("Thôi vai trò")
    PASSWORD_SET = "password_set", _("Đặt mật khẩu bằng liên kết")
    PASSWORD_CHANGED = "password_changed", _("Tự đổi mật khẩu")
    EMAIL_CHANGED = "email_changed", _("Đổi địa chỉ thư")
    NAME_CHANGED = "name_changed", _("Đổi họ tên")
    LOST_REPORTED = "lost_reported", _("Có báo mất tài khoản")
    LOST_CLEARED = "lost_cleared", _("Đã xem báo mất tài khoản")
    LOCKED = "locked", _("Bị khóa")
    UNLOCKED = "unlocked", _("Được mở khóa")


class Trace(models.Model):
    """What was done to a person's account: when, by whom, why. Rows are only ever added (QC Đ12.3; TCVN 14423, 5.6).

    `by` is empty when nobody was logged in: a link was used, or a loss was reported from the log-in page.
    """

    identity = models.ForeignKey("identity.Identity", on_delete=models.PROTECT, related_name="traces")
    verb = models.CharField(max_length=20, choices=TraceVerb)
    by = models.ForeignKey("identity.Identity", null=True, on_delete=models.PROTECT, related_name="+")
    # The unit it happened in; empty for what touches the whole account. Not a key: units stand above this app.
    unit_uuid = models.UUIDField(null=True)
    # Plain text, so that it still reads right after the unit was renamed: "Biên tập viên, Trường Tiểu học An Bình".
    about = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["identity", "-at"], name="trace_of_identity")]

    def __str__(self) -> str:
        return f"{self.identity_id} {self.verb} {self.at:%Y-%m-%d %H:%M}"
