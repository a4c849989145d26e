from django.db import models

from search.attachments.enums import Reason, TextState


class AttachedText(models.Model):
    """The text of the files with one content, read once, however many pages of however many units show them.

    Exists exactly as long as a published page shows such a file (search.attachments.models.Attachment), and is read
    only through that page's own row: equal bytes of a private file elsewhere open nothing.

    pages: [[number or None, text], …]. original: the same before a legacy encoding was undone, or None. is_spread:
    the entries that show it know its pages. extractor: number of the version that read it, 0 before the first.
    """

    content_hash = models.CharField(max_length=64, primary_key=True)
    state = models.CharField(max_length=7, choices=TextState, default=TextState.WAITING)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    pages = models.JSONField(default=list)
    original = models.JSONField(null=True)
    encoding = models.CharField(max_length=10, blank=True)
    is_truncated = models.BooleanField(default=False)
    extractor = models.PositiveSmallIntegerField(default=0)
    is_spread = models.BooleanField(default=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=TextState.values), name="attached_text_state_known"),
        ]
        indexes = [
            models.Index(fields=["extractor"], name="attached_text_extractor"),
            models.Index(fields=["read_at"], condition=models.Q(is_spread=False), name="attached_text_to_spread"),
        ]

    def __str__(self) -> str:
        return f"{self.content_hash[:12]} {self.state}"
