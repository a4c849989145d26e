"""One page of results, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from search.facets import Facet
from search.request import MAX_HITS, SearchRequest
from tenants.registry.models import Entry


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. entry: its registry row, `unit` and commune loaded. title, excerpt: escaped, <mark> inside.

    url: absolute for another unit's thing, a path for one of the site that asks. is_number: its number is the query.
    """

    entry: Entry
    title: SafeString
    excerpt: SafeString
    url: str
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """total: at most MAX_HITS. counts: facet → value → hits. degraded: PostgreSQL answered.

    relaxed: too little matched all words, so some were let go.
    """

    request: SearchRequest
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)
    degraded: bool = False
    relaxed: bool = False

    @property
    def pages(self) -> int:
        """How many numbered pages there are."""
        return -(-min(self.total, MAX_HITS) // self.request.size)
