from django.contrib.postgres.fields import ArrayField
from django.db import models

from tenants.exchange.states import EditionStatus


class Edition(models.Model):
    """A portable version of a sent post: JSON without foreign ids, files by content hash, the unit as it was then.

    `content` has the shape of tenants.exchange.edition.EditionContent. `room`, `approved_by`: where a new edition of a
    published professional post waits for the board, and who approved it; an edition in hand has its row's.
    """

    submission = models.ForeignKey("exchange.Submission", on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=EditionStatus, default=EditionStatus.CURRENT)
    content = models.JSONField()
    source_revision_id = models.BigIntegerField()
    unit_name = models.CharField(max_length=200)
    unit_kind = models.CharField(max_length=50)
    unit_levels = ArrayField(models.CharField(max_length=10), default=list)
    commune_code = models.CharField(max_length=10, blank=True)
    commune_name = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    room = models.ForeignKey("units.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        "identity.Identity", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="edition_number_once"),
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(status=EditionStatus.CURRENT),
                name="edition_one_current",
            ),
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(status=EditionStatus.PENDING),
                name="edition_one_pending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} ({self.number})"
