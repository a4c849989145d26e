from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class BestBetQuerySet(models.QuerySet["BestBet"]):
    def shown_on(self, day: date) -> "BestBetQuerySet":
        """Bets that are switched on and whose dates include the day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), is_active=True, starts_on__lte=day)


class BestBet(models.Model):
    """What the Sở wants on top for certain questions. Written only by search.bestbets.actions.

    spellings: the questions as typed by editors. keys: the same as tenants.registry.folding compares them.
    address: as typed; where it is a published thing of the network, `entry` decides whether and where it is shown,
    where it is a unit's home page, `unit`.
    """

    spellings = ArrayField(models.CharField(max_length=200))
    keys = ArrayField(models.CharField(max_length=200))
    title = models.CharField(max_length=150)
    sentence = models.CharField(max_length=250, blank=True)
    address = models.CharField(max_length=500)
    entry = models.ForeignKey("registry.Entry", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey("units.Unit", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=150, blank=True)

    objects = BestBetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="bestbets_ends_after_start"
            )
        ]
        indexes = [GinIndex(fields=["keys"], name="bestbets_keys")]

    def __str__(self) -> str:
        return self.title
