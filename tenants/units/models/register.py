from django.db import models


class RegisterVersion(models.Model):
    """One row, raised in the transaction that changes a unit, site or host: what in-process host caches compare."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    version = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="register_version_one_row")]

    def __str__(self) -> str:
        return str(self.version)
