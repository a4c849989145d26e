from django.db import models


class GoneAddress(models.Model):
    """An address that was public and is not any more: answered 410 with a dated notice, not 404.

    title: empty when the reason was the law or a withdrawn consent, since the title may be the harm.
    """

    path = models.CharField(max_length=500, primary_key=True)
    gone_at = models.DateTimeField()
    reason = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=255, blank=True)

    def __str__(self) -> str:
        return self.path
