import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    CHECKED = "checked", _("Đã đọc thử, chờ ghi")
    REFUSED = "refused", _("Có lỗi, chưa ghi gì")
    QUEUED = "queued", _("Chờ đến lượt")
    RUNNING = "running", _("Đang ghi")
    DONE = "done", _("Đã ghi xong")


class ImportRun(models.Model):
    """A list of units somebody uploaded: the file as it came, what the dry run found, how far writing it has come.

    `report` is a tenants.units.importing.report.Report as JSON. The file is read again when it is written, since the
    register may have changed after the dry run.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    filename = models.CharField(max_length=200)
    content = models.BinaryField()
    with_sites = models.BooleanField(_("tạo trang cho dòng có tên miền"), default=False)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.CHECKED)
    report = models.JSONField(default=dict)
    sites_wanted = models.PositiveIntegerField(default=0)
    sites_made = models.PositiveIntegerField(default=0)
    by = models.ForeignKey("identity.Identity", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.filename

    @property
    def has_stopped(self) -> bool:
        """Whether its writing was given up after errors of the server, so that it waits to be started again."""
        return self.state == ImportState.CHECKED and self.finished_at is not None
