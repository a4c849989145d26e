from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone

from search.facets import Facet
from search.scope import NetworkScope, Scope, UnitScope

# Both engines stop counting pages here; deeper than that nobody reads.
MAX_HITS = 10_000
PAGE_SIZE = 10
# The longest question worth asking; a pasted page must not become a thousand-word query.
MAX_TEXT = 200


class Order(StrEnum):
    RELEVANCE = "phu-hop"
    NEWEST = "moi-nhat"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """One question to the search. scope has no default on purpose: a query without a scope would read every unit.

    text: as typed, cleaned (NFC), ≤ MAX_TEXT characters. filters: facet → chosen values, joined by "or" within a facet.
    from_day, to_day: of publication or issue, both included. page: from 1, within MAX_HITS. exact: only the very marks
    typed. at: aware instant that "recent" and "in force" are measured from.
    Raise TypeError for a scope of another kind, ValueError for a page out of range.
    """

    scope: Scope
    text: str
    at: datetime
    filters: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    from_day: date | None = None
    to_day: date | None = None
    order: Order = Order.RELEVANCE
    page: int = 1
    size: int = PAGE_SIZE
    exact: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.scope, UnitScope | NetworkScope):
            raise TypeError(f"scope must be UnitScope or NetworkScope, got {self.scope!r}")
        if self.page < 1 or self.page * self.size > MAX_HITS:
            raise ValueError(f"page must lie within the first {MAX_HITS} hits, got page {self.page} of {self.size}")

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to search for; the empty form is not."""
        return bool(self.text or self.is_narrowed)

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter or a bound of dates is chosen."""
        return bool(self.filters or self.from_day or self.to_day)

    @property
    def is_network(self) -> bool:
        return isinstance(self.scope, NetworkScope)

    @property
    def today(self) -> date:
        """The local day of asking."""
        return timezone.localdate(self.at)

    @property
    def dated(self) -> tuple[datetime | None, datetime | None]:
        """The first instant asked for and the first one too late."""
        first = _midnight(self.from_day) if self.from_day else None
        late = _midnight(self.to_day + timedelta(days=1)) if self.to_day else None
        return first, late

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size

    def without(self, facet: Facet) -> "SearchRequest":
        """Return the request without this facet's choice: what the counts beside its values are taken over."""
        return replace(self, filters={name: values for name, values in self.filters.items() if name != facet})


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
