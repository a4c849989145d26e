from django.db import models


class LinkPurpose(models.TextChoices):
    INVITATION = "invitation"
    RESET = "reset"
    NEW_EMAIL = "new_email"


class OneTimeLink(models.Model):
    """An e-mailed link that works once before it expires. Only the hash of its secret is stored.

    An invitation or a reset sets a password; NEW_EMAIL shows that its reader owns the address in `email`.
    """

    identity = models.ForeignKey("identity.Identity", on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=12, choices=LinkPurpose)
    email = models.EmailField(blank=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
