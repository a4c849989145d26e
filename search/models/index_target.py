from django.db import models
from django.db.models.functions import Now


class TargetState(models.TextChoices):
    """Every target is written to. Building is being filled, live is what readers search, kept allows a way back."""

    BUILDING = "building"
    LIVE = "live"
    KEPT = "kept"


class IndexTarget(models.Model):
    """One generation of the index that workers write to. The row is made before the first document is sent.

    While it is filled from the registry: position is the key of the last entry sent, so that a filling that was stopped
    or killed goes on from there; rate counts the entries a second of the run under way, moved_at tells whether there is
    one. What changes meanwhile reaches the index through the workers.
    """

    number = models.PositiveIntegerField(primary_key=True)
    state = models.CharField(max_length=8, choices=TargetState)
    changed_at = models.DateTimeField(db_default=Now())
    is_filled = models.BooleanField(db_default=True)
    position = models.BigIntegerField(db_default=0)
    done = models.PositiveBigIntegerField(db_default=0)
    total = models.PositiveBigIntegerField(db_default=0)
    rate = models.FloatField(db_default=0.0)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state"], name="search_one_target_a_state"),
            models.CheckConstraint(condition=models.Q(state__in=TargetState.values), name="search_target_state_known"),
        ]

    def __str__(self) -> str:
        return f"v{self.number} {self.state}"
