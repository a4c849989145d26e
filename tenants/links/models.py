from typing import ClassVar

from django.db import models

from core.outside.address import LONGEST
from core.outside.outcomes import Outcome

# One night's failure is a night's failure; so many in a row are a broken link.
FAILURES_OF_BROKEN = 3


class OutsideLink(models.Model):
    """An address that a published page leads to, and how it answered at night.

    The same address on pages of several units has a row each and is asked once. page_id: of the site's page; no foreign
    key leaves a unit's schema. failures: nights in a row without an answer. answered_at: the last good night.
    """

    site = models.ForeignKey("units.UnitSite", on_delete=models.CASCADE, related_name="+")
    page_id = models.PositiveBigIntegerField()
    url = models.CharField(max_length=LONGEST)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True, default=Outcome.UNCHECKED)
    failures = models.PositiveSmallIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["url", "site", "page_id"], name="links_once_a_page")
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_broken(self) -> bool:
        return self.failures >= FAILURES_OF_BROKEN
