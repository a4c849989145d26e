"""Documents of a corpus as entries of the registry: what is measured goes the way of what is published."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from uuid import UUID

from search.documents.parts import one_line
from search.evaluation.lines import Document
from search.marks import SyllableCount
from tenants.registry.actions.record_published import columns_of
from tenants.registry.document import SearchDocument
from tenants.registry.models import Entry
from tenants.units.models import Unit

# All of one day, and no type of news: a corpus says nothing about age, so age decides nothing.
AT = datetime(2026, 1, 1, tzinfo=UTC)
_TYPE, _NUMBERED_TYPE = "standard_page", "legal_document"
BATCH = 500


def owner() -> Unit:
    """Return the unit, never saved to the register, whose things the documents are."""
    return Unit(pk=1, uuid=UUID(int=1), code="evaluation", kind_id="so", name="Evaluation", slug="evaluation")


class Corpus:
    """Entries of a corpus, made while they are read. names: of the documents; an entry's key is its place from 1."""

    def __init__(self, documents: Iterable[Document], *, unit: Unit) -> None:
        self._documents = documents
        self._unit = unit
        self._syllables = SyllableCount()
        self.names: list[str] = []

    def batches(self) -> Iterator[list[Entry]]:
        """Yield all entries, up to BATCH at a time. Once only; then names and usually_marked are complete."""
        documents = iter(self._documents)
        while entries := [self._entry(document) for document in islice(documents, BATCH)]:
            yield entries

    def usually_marked(self) -> frozenset[str]:
        """Return the corpus's own list of syllables, counted as a reindex counts those of the network."""
        return frozenset(self._syllables.usually_marked())

    def _entry(self, document: Document) -> Entry:
        self.names.append(document.name)
        key = len(self.names)
        published = SearchDocument(
            object_type=_NUMBERED_TYPE if document.number else _TYPE,
            object_id=key,
            locale="vi",
            path=f"/{key}/",
            title=one_line(document.title),
            body="\n".join(filter(None, map(one_line, document.body.splitlines()))),
            document_number=one_line(document.number),
            published_at=AT,
        )
        self._syllables.add(f"{published.title} {published.body}")
        columns = columns_of(unit=self._unit, document=published, at=AT)
        return Entry(
            pk=key,
            unit=self._unit,
            object_type=published.object_type,
            object_id=key,
            version=key,
            **columns,
        )
