from django.db import models

from search.attachments.models.attached_text import AttachedText


class Attachment(models.Model):
    """A file that a published page shows. Written with the page's entry and gone with it.

    name: as readers see it. path: where the unit's storage keeps the file.
    """

    entry = models.ForeignKey("registry.Entry", on_delete=models.CASCADE, related_name="attachments", db_index=False)
    text = models.ForeignKey(AttachedText, on_delete=models.PROTECT, related_name="attachments")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=270)
    path = models.CharField(max_length=255)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "text"], name="attachment_once_an_entry")]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name
