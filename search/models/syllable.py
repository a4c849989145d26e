from django.db import models


class Syllable(models.Model):
    """A syllable that our own published text nearly always writes with marks: typed bare, marks were left out.

    Recounted with each reindex (search.marks). Costs about 1,500 short rows.
    """

    folded = models.CharField(max_length=10, primary_key=True)

    def __str__(self) -> str:
        return self.folded
