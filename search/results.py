"""One page of results, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from search.attachments.found import FilePlace
from search.facets import Facet
from search.request import MAX_HITS, SearchRequest
from tenants.registry.models import Entry


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands. url: absolute for another unit's thing, a path for one of the site that asks."""

    entry: Entry
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found. entry: its registry row, `unit` and commune loaded. title, excerpt: escaped, <mark> inside.

    url: as of Place. is_number: its number is the query. copies: where the same post stands, too. replaced_by: the
    document that took this one's place, if readers can see it. file: where the words stand, if only there.
    """

    entry: Entry
    title: SafeString
    excerpt: SafeString
    url: str
    is_number: bool = False
    copies: tuple[Place, ...] = ()
    replaced_by: Place | None = None
    file: FilePlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """total: at most MAX_HITS. counts: facet → value → hits. degraded: PostgreSQL answered.

    relaxed: too little matched all words, so some were let go. elsewhere: hits in the other scope a reader may choose,
    None when nobody counted them.
    """

    request: SearchRequest
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)
    degraded: bool = False
    relaxed: bool = False
    elsewhere: int | None = None

    @property
    def pages(self) -> int:
        """How many numbered pages there are."""
        return -(-min(self.total, MAX_HITS) // self.request.size)
