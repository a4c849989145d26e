from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

# A longer question is a pasted text, and is not kept.
LONGEST = 100


class Hits(models.IntegerChoices):
    """How much was found; the value is the least of its range."""

    NONE = 0, _("không có")
    FEW = 1, _("1–9")
    MANY = 10, _("từ 10")


class Engine(models.TextChoices):
    """Who answered: Elasticsearch, or PostgreSQL in its place."""

    INDEX = "index"
    FALLBACK = "fallback"


class AskedQuery(models.Model):
    """How often a question was asked on one day on one unit's site, and how it was answered.

    Nothing says who asked or when within the day; what looks like somebody's number is never written
    (search.querylog.privacy). text: lower case, single spaces. folded: the same without marks. milliseconds: the
    answer's time, rounded up to one of search.querylog.record.STEPS. Kept for KEPT_DAYS.
    """

    day = models.DateField()
    unit = models.ForeignKey("units.Unit", on_delete=models.CASCADE, related_name="+", db_index=False)
    is_network = models.BooleanField()
    text = models.CharField(max_length=LONGEST)
    folded = models.CharField(max_length=LONGEST)
    hits = models.PositiveSmallIntegerField(choices=Hits)
    engine = models.CharField(max_length=8, choices=Engine)
    milliseconds = models.PositiveIntegerField()
    times = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["day", "unit", "is_network", "text", "hits", "engine", "milliseconds"],
                name="search_querylog_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.text}"
