from django.db import models


class Due(models.Model):
    """Something is scheduled in a site at `at`: the clock opens that unit then, not 2,000 units each minute.

    A row too many costs one look; so rows are added with every schedule and removed only when their time has come.
    """

    site = models.ForeignKey("units.UnitSite", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "at"], name="due_once")]

    def __str__(self) -> str:
        return f"{self.site} {self.at:%Y-%m-%d %H:%M}"
