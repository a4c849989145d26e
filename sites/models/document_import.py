import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.units.models import ImportState

MOVING = frozenset({ImportState.QUEUED, ImportState.RUNNING})


class DocumentImport(models.Model):
    """A list of documents somebody uploaded, with a ZIP of files or without: what was found, how far writing has come.

    `report` is a sites.legal.importing.report.Report as JSON. The list is read again when it is written, since the
    register may have changed after the dry run. `archive` is a path of the unit's storage, "" once all is written.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    filename = models.CharField(max_length=200)
    content = models.BinaryField()
    archive_name = models.CharField(max_length=200, blank=True)
    archive = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.CHECKED)
    report = models.JSONField(default=dict)
    written = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("người tải lên")
    )
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_moving(self) -> bool:
        """Return whether the worker has it or will have it."""
        return self.state in MOVING

    @property
    def has_stopped(self) -> bool:
        """Return whether its writing was given up after errors of the server, so that it waits to be started again."""
        return self.state == ImportState.CHECKED and self.finished_at is not None
