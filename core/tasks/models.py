from django.db import models
from django.utils.translation import gettext_lazy as _


class Attempt(models.Model):
    """What the queue's own row lacks: the unit a task belongs to, how often it ran, that it is dead.

    One row a queued task, written in the same transaction (core.tasks.backend).
    """

    task = models.OneToOneField("django_tasks_database.DBTaskResult", on_delete=models.CASCADE, related_name="attempt")
    schema_name = models.CharField(_("lược đồ"), max_length=63)
    attempts = models.PositiveSmallIntegerField(_("số lần chạy"), default=0)
    is_dead = models.BooleanField(_("đã dừng hẳn"), default=False)
    last_error = models.TextField(_("lỗi gần nhất"), blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["is_dead"], condition=models.Q(is_dead=True), name="attempt_dead")]

    def __str__(self) -> str:
        return f"{self.task_id} ({self.schema_name})"
