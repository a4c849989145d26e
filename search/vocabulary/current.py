"""The vocabulary of this process: what staff and the register say, at most CHECK_SECONDS after they said it."""

import time
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count, DecimalField, Subquery, Sum, Value
from django.db.models.functions import Extract

from search.vocabulary.book import Form, Meaning, Vocabulary, compile_vocabulary
from search.vocabulary.former_names import former_names
from search.vocabulary.models import Spelling, Strength, Synonym
from tenants.units.models import RegisterVersion

# A change must be searched within a minute. The check costs one small query, and a request in hand keeps what it has.
CHECK_SECONDS = 15.0


# How many synonyms, what all their changes add up to, and the register's version: its names count, too.
_Version = tuple[int | None, Decimal | None, int]


class _Kept(NamedTuple):
    checked_at: float
    version: _Version | tuple[()] | None
    vocabulary: Vocabulary


_NOTHING = _Kept(float("-inf"), (), Vocabulary())
_kept = _NOTHING


def current_vocabulary() -> Vocabulary:
    """Return what to expand questions with. One query when it is older than CHECK_SECONDS, four more after a change."""
    global _kept  # noqa: PLW0603 one value a process, replaced whole
    now = time.monotonic()
    if now - _kept.checked_at > CHECK_SECONDS:
        version = _read_version()
        vocabulary = _kept.vocabulary if version == _kept.version else read_vocabulary()
        _kept = _Kept(now, version, vocabulary)
    return _kept.vocabulary


def forget() -> None:
    """Read anew at the next question: this process has made a change."""
    global _kept  # noqa: PLW0603 as above
    _kept = _NOTHING


def read_vocabulary() -> Vocabulary:
    """Return the vocabulary as the database has it. Costs four or five queries."""
    return compile_vocabulary([*_meanings(), *former_names()])


def _read_version() -> _Version | None:
    changes = Synonym.objects.order_by().values(one=Value(1))
    # Said to be a decimal: Django takes it for a whole number of seconds.
    moment = Extract("changed_at", "epoch", output_field=DecimalField(max_digits=20, decimal_places=6))
    return RegisterVersion.objects.values_list(
        Subquery(changes.values(count=Count("pk"))),
        Subquery(changes.values(changes=Sum(moment))),
        "version",
    ).first()


def _meanings() -> list[Meaning]:
    """Return the active synonyms, the strong ones first: of two that share a form, they have it."""
    forms: dict[tuple[str, int], list[Spelling]] = {}
    rows = Spelling.objects.filter(synonym__is_active=True).select_related("synonym").order_by("pk")
    for row in rows:
        forms.setdefault((row.synonym.strength, row.synonym_id), []).append(row)
    return [_meaning(strength, rows) for (strength, _pk), rows in sorted(forms.items(), key=lambda item: item[0])]


def _meaning(strength: str, rows: list[Spelling]) -> Meaning:
    forms = tuple(Form(row.text, row.is_short) for row in rows)
    if strength == Strength.STRONG:
        return Meaning(forms)
    return Meaning(tuple(form for form in forms if form.is_short), tuple(form for form in forms if not form.is_short))
