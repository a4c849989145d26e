from django.db import models

from tenants.units.models.membership import Role


class Notice(models.Model):
    """An in-app notice to the people of one unit in one role; the same words go out by e-mail."""

    unit = models.ForeignKey("units.Unit", on_delete=models.CASCADE, related_name="notices")
    role = models.CharField(max_length=15, choices=Role, blank=True)
    submission = models.ForeignKey(
        "exchange.Submission", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    text = models.TextField()
    link = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["unit", "read_at", "-created_at"], name="notice_unread")]

    def __str__(self) -> str:
        return self.text
