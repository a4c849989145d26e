"""Documents by the beginning of their number, from the registry: an index range there, the same with and without
Elasticsearch."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.fields.json import KeyTextTransform

from core.text.document_number import number_key
from core.text.fold import fold
from tenants.registry.models import Entry

# "168" would offer hundreds of documents; a number of one figure begins to mean something with its kind: "8/qđ".
LEAST_CHARACTERS = 4
LIMIT = 5
_CALLED = re.compile(
    r"^\s*(?:quyet dinh|cong van|thong tu|ke hoach|nghi dinh|nghi quyet|chi thi|thong bao|huong dan|van ban|luat)\s+"
    r"(?:so\s*:?\s*)?(?=\d)"
)
_BEGUN = re.compile(r"\d{1,5}[a-z]{0,3}(?:[\s/-]+.*)?")
_PIECE = re.compile(r"\d+|[a-z]")


def begun_number(text: str) -> str | None:
    """Return the text as the beginning of a document's number, written in any way; None when it cannot be one."""
    key = number_key(_CALLED.sub("", fold(text)))
    return key if len(text.strip()) >= LEAST_CHARACTERS and _BEGUN.fullmatch(key) else None


def numbered(entries: QuerySet[Entry], begun: str) -> Iterator[tuple[str, Entry]]:
    """Yield number and entry of those whose number begins so: the very number, the same signs, the newest; ≤ LIMIT.

    begun: as begun_number gives it.
    """
    whole = begun.rstrip("/- ")
    rank = Case(
        When(number_key=begun, then=Value(0)),
        When(Q(number_key__startswith=f"{whole}/") | Q(number_key__startswith=f"{whole}-"), then=Value(1)),
        When(number_key__startswith=begun, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    found = entries.filter(number_key__regex=_pattern(begun)).order_by(rank, "-published_at", "-pk")
    # Not the whole document, which holds the text of a law.
    as_written: Any = found.annotate(number=KeyTextTransform("document_number", "document"))[:LIMIT]
    return ((entry.number, entry) for entry in as_written)


def _pattern(begun: str) -> str:
    """Return the expression for keys that begin so, whatever signs stand between the letters.

    It starts with the figures themselves, so that PostgreSQL reads only that part of the index.
    """
    pieces = _PIECE.findall(begun)
    signs = ("[^a-z0-9]+" if left.isdigit() and right.isdigit() else "[^a-z0-9]*" for left, right in pairwise(pieces))
    return "^" + pieces[0] + "".join(sign + piece for sign, piece in zip(signs, pieces[1:], strict=True))
