from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Now

# The units are compared in so many shares, one an hour.
PARTS = 24


class SweepQuerySet(models.QuerySet["Sweep"]):
    def drift(self) -> int:
        """Return how many documents differed when each unit was last compared. Two queries."""
        whole = self.filter(part=None).order_by("-pk").values_list("pk", flat=True).first() or 0
        latest = self.filter(pk__gte=whole)
        return latest.aggregate(found=Sum(F("pages") + F("behind") + F("ahead") + F("orphans")))["found"] or 0


class Sweep(models.Model):
    """One comparison of the registry with the units' pages and with the live index; what differed was mended at once.

    part: which of the PARTS shares of the units, None for all of them. pages: entries that did not agree with their
    page. behind, ahead, orphans: documents, as in search.index.reconcile.Drift.
    """

    at = models.DateTimeField(db_default=Now())
    part = models.PositiveSmallIntegerField(null=True)
    pages = models.PositiveIntegerField(db_default=0)
    behind = models.PositiveIntegerField(db_default=0)
    ahead = models.PositiveIntegerField(db_default=0)
    orphans = models.PositiveIntegerField(db_default=0)

    objects = SweepQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["part", "-at"], name="search_sweep_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(part=None) | Q(part__lt=PARTS), name="search_sweep_part_known"),
        ]

    def __str__(self) -> str:
        return f"{self.part if self.part is not None else 'whole'} at {self.at:%Y-%m-%d %H:%M}: {self.differences}"

    @property
    def differences(self) -> int:
        return self.pages + self.behind + self.ahead + self.orphans
