from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models


class FrequentQuery(models.Model):
    """A question that many asked and that found something: offered while others type.

    unit: on whose own site it was asked about that site; None for questions to the whole network. Counted anew each
    night (search.suggest.actions.gather).
    """

    unit = models.ForeignKey("units.Unit", null=True, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=100)
    folded = models.CharField(max_length=100)
    times = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.text


class SpellingModel(models.Model):
    """One row: which syllables our own published texts hold, and which stand side by side (search.suggest.spelling).

    words: the most frequent first; a word's number is its place from 1, 0 is the edge of a sentence. counts: of each
    word. pairs: first number · 65,536 + second, ascending, as unsigned 32-bit integers; pair_counts: of each, 16 bits.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    built_at = models.DateTimeField()
    words = ArrayField(models.CharField(max_length=15))
    counts = models.BinaryField()
    pairs = models.BinaryField()
    pair_counts = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(id=1), name="search_suggest_one_model"),
        ]

    def __str__(self) -> str:
        return f"{len(self.words)} words"
