from django.db import models

from tenants.registry.models.entry import Entry


class LegalEntry(models.Model):
    """A legal document's entry taken apart, so that a document register is one query over a unit and the Sở.

    Written with its entry by tenants.registry.actions and gone with it. Whether the unit is listed decides whether
    readers see it. Dates as in tenants.registry.document.LegalFacts.
    """

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="legal")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    locale = models.CharField(max_length=12)
    number = models.CharField(max_length=100)
    # The figure a number begins with, for sorting: 80/QĐ-UBND comes before 1682/QĐ-SGDĐT.
    figure = models.IntegerField()
    kind = models.CharField(max_length=60)
    issuer = models.CharField(max_length=150)
    subject = models.CharField(max_length=60, blank=True)
    room = models.CharField(max_length=150, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    folded_signer = models.CharField(max_length=120, blank=True)
    issued_date = models.DateField()
    since = models.DateField()
    until = models.DateField(null=True)
    partly_until = models.DateField(null=True)
    file_path = models.CharField(max_length=300, blank=True)
    file_format = models.CharField(max_length=10, blank=True)
    file_size = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["unit", "-issued_date", "-entry"], name="registry_legal_newest")]

    def __str__(self) -> str:
        return self.number
