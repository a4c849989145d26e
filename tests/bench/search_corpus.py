"""A network of published things for measuring the search: recombined sentences, numbers, units as unequal as schools.

Sentences and titles come from the judged corpus of tests/search/relevance; the same count gives the same documents.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from uuid import UUID

from django.db import connection

from core.text.fold import fold
from core.text.sort_key import sort_key
from search.evaluation.lines import Document, read_corpus
from tenants.registry.actions.record_published import columns_of
from tenants.registry.document import SearchDocument
from tenants.registry.models import Entry
from tenants.units.models import Commune, Unit

CORPUS = Path(__file__).parents[1] / "search/relevance/corpus.jsonl"
NEWEST = datetime(2026, 11, 24, tzinfo=UTC)
WORDS = 218
BATCH = 1_000
# One in so many is an official document with a number of its own.
NUMBERED_EVERY = 10
SEED = 5


@dataclass(frozen=True)
class Material:
    titles: list[str]
    sentences: list[str]


def material() -> Material:
    documents = list(read_corpus(CORPUS))
    sentences = [line for document in documents for line in _sentences(document)]
    return Material([document.title for document in documents if len(document.title.split()) > 4], sentences)


def number_of(place: int) -> str:
    """Return the number of the document at a place; no two are alike."""
    serial, shape = divmod(place // NUMBERED_EVERY, 3)
    organ = ("QĐ-SGDĐT", "SGDĐT-GDPT", "TT-BGDĐT")[shape]
    year = f"{2000 + serial % 27}/" if shape == 2 else ""
    return f"{serial + 1}/{year}{organ}"


def register_units(count: int) -> list[Unit]:
    """Enter units without sites, straight into the register's table; return them."""
    communes = list(Commune.objects.order_by("code"))
    Unit.objects.bulk_create(_unit(place, communes[place % len(communes)]) for place in range(count))
    return list(Unit.objects.filter(code__startswith="load-").order_by("pk"))


def add_documents(units: Sequence[Unit], first: int, total: int) -> None:
    """Enter documents `first` to `total` of the corpus, past the outbox; tell the progress on stderr."""
    found = material()
    chance = random.Random(SEED + first)  # noqa: S311 no secret
    # By Zipf's law: the largest of 2,000 units has about an eighth of everything.
    weights = list(accumulate(1 / rank for rank in range(1, len(units) + 1)))
    batch: list[Entry] = []
    for place in range(first, total):
        unit = chance.choices(units, cum_weights=weights)[0]
        batch.append(_entry(place, unit, found, chance))
        if len(batch) == BATCH or place + 1 == total:
            Entry.objects.bulk_create(batch)
            batch.clear()
            if (place + 1) % (20 * BATCH) == 0:
                sys.stderr.write(f"\n  {place + 1:,} of {total:,} documents written")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE registry_entry")


def questions(count: int) -> list[str]:
    """Return spans of two to four words of titles, every second one without marks."""
    titles = [title.split() for title in material().titles]
    chance = random.Random(SEED)  # noqa: S311 no secret
    asked = []
    for place in range(count):
        words = chance.choice(titles)
        length = 2 + place % 3
        start = chance.randrange(max(1, len(words) - length))
        text = " ".join(words[start : start + length])
        asked.append(fold(text) if place % 2 else text)
    return asked


def _sentences(document: Document) -> Iterator[str]:
    for line in document.body.splitlines():
        yield from (f"{sentence.strip()}." for sentence in line.split(". ") if len(sentence.split()) > 4)


def _unit(place: int, commune: Commune) -> Unit:
    name = f"Trường Tiểu học {commune.name} số {place}"
    return Unit(
        uuid=UUID(int=(SEED << 64) + place),
        code=f"load-{place}",
        kind_id="tieu-hoc",
        name=name,
        slug=f"load-{place}",
        sort_key=sort_key(name),
        folded=fold(name),
        commune=commune,
        levels=["tieu-hoc"],
    )


def _entry(place: int, unit: Unit, found: Material, chance: random.Random) -> Entry:
    is_document = place % NUMBERED_EVERY == 0
    head, tail = chance.choice(found.titles).split(), chance.choice(found.titles).split()
    body: list[str] = []
    length = 0
    while length < WORDS:
        body.append(chance.choice(found.sentences))
        length += len(body[-1].split())
    published = SearchDocument(
        object_type="legal_document" if is_document else chance.choice(("article", "article", "standard_page")),
        object_id=10_000_000 + place,
        locale="vi",
        path=f"/{place}/",
        title=" ".join([*head[: len(head) // 2 + 1], *tail[len(tail) // 2 :]])[:200],
        body="\n".join(body),
        document_number=number_of(place) if is_document else "",
        document_kind="Quyết định" if is_document else "",
        issuer="Sở Giáo dục và Đào tạo" if is_document else "",
        published_at=NEWEST - timedelta(hours=chance.randrange(5 * 365 * 24)),
    )
    keys = {"unit": unit, "object_type": published.object_type, "object_id": published.object_id}
    return Entry(**keys, **columns_of(unit=unit, document=published, at=NEWEST))
