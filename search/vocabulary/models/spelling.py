from django.db import models


class Spelling(models.Model):
    """One way of writing a synonym: GDĐT (short) or giáo dục và đào tạo. In the order of preference, by key.

    folded: its words as they are compared (tenants.registry.folding), so that gd&đt and GDĐT cannot both be entered.
    """

    synonym = models.ForeignKey("search_vocabulary.Synonym", on_delete=models.CASCADE, related_name="spellings")
    is_short = models.BooleanField()
    text = models.CharField(max_length=120)
    folded = models.CharField(max_length=120)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["folded"], condition=models.Q(is_short=True), name="vocabulary_short_form_once"
            ),
            models.UniqueConstraint(fields=["synonym", "folded"], name="vocabulary_form_once_a_synonym"),
        ]

    def __str__(self) -> str:
        return self.text
