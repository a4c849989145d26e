from django.contrib.postgres.fields import ArrayField
from django.db import models


class StarterState(models.Model):
    """What a site has received of the plan its kind starts with (sites.starter): each page once, and never again.

    digest: of the plan and the roles' rights it was last brought to; "" while that failed. pages: keys of the plan.
    added: what the last roll-out brought, in words. error: why it failed; "" when it did not. A site without a row was
    made before rows were kept.
    """

    site = models.OneToOneField("units.UnitSite", primary_key=True, on_delete=models.CASCADE, related_name="starter")
    digest = models.CharField(max_length=64, blank=True)
    pages = ArrayField(models.CharField(max_length=200), default=list)
    added = ArrayField(models.CharField(max_length=300), default=list)
    error = models.TextField(blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.site_id} {self.at:%Y-%m-%d %H:%M}"
