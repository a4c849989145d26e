from django.db import models
from django.db.models import F


class TallyQuerySet(models.QuerySet["Tally"]):
    def add(self, **counts: int) -> None:
        """Add to the counters of these names. A query for each that is not 0; call outside long transactions."""
        for name, count in counts.items():
            if count:
                self.bulk_create([Tally(name=name, value=0)], ignore_conflicts=True)
                self.filter(name=name).update(value=F("value") + count)


class Tally(models.Model):
    """A counter of all workers together that only grows: what the metrics say about the bulk interface."""

    name = models.CharField(max_length=30, primary_key=True)
    value = models.BigIntegerField(db_default=0)

    objects = TallyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name} {self.value}"
