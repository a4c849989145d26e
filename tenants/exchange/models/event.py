from django.db import models

from tenants.exchange.states import Side


class Event(models.Model):
    """One step of a submission: who, when, from where to where, and why. Both sides read the same timeline."""

    submission = models.ForeignKey("exchange.Submission", on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField()
    verb = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    side = models.CharField(max_length=6, choices=Side)
    actor = models.ForeignKey("identity.Identity", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["submission", "at"], name="event_timeline")]

    def __str__(self) -> str:
        return f"{self.verb} {self.submission_id}"
