from django.db import models
from django.db.models.functions import Now


class Operation(models.TextChoices):
    """What the entry's change asked for. Take-downs sort first, so that a backlog of edits cannot delay them."""

    TOMBSTONE = "D"
    UPSERT = "U"


class OutboxRow(models.Model):
    """An entry that the index has yet to hear about. Append-only for writers, so nobody waits on the worker.

    The worker claims rows with SKIP LOCKED and sends the entry as it is then: the row only says that it changed.
    Never read by `id > last seen`: a transaction that commits late would be skipped.
    """

    entry = models.ForeignKey("registry.Entry", on_delete=models.CASCADE, related_name="+", db_index=False)
    version = models.BigIntegerField()
    operation = models.CharField(max_length=1, choices=Operation)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(db_default=Now())
    next_at = models.DateTimeField(db_default=Now())
    last_error = models.TextField(blank=True)

    class Meta:
        db_table = "registry_outbox"
        indexes = [models.Index(fields=["operation", "id"], name="registry_outbox_order")]

    def __str__(self) -> str:
        return f"{self.operation} {self.entry_id} v{self.version}"


class DeadRow(models.Model):
    """An entry the index refuses. Waits for a correction, then for `manage.py search replay-dead`."""

    entry = models.OneToOneField("registry.Entry", on_delete=models.CASCADE, related_name="+")
    version = models.BigIntegerField()
    error = models.TextField()
    died_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "registry_dead"

    def __str__(self) -> str:
        return f"{self.entry_id} v{self.version}: {self.error[:80]}"
