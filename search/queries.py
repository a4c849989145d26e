"""The one way to search: Elasticsearch when it answers in time, else PostgreSQL; the registry gives what is shown."""

from uuid import UUID

from core.text.document_number import find_number
from search import fallback
from search.found import Found
from search.highlight import excerpt, highlight
from search.index import engine
from search.request import SearchRequest
from search.results import Hit, SearchPage
from search.scope import UnitScope
from tenants.registry.folding import folded_words
from tenants.registry.models import Entry
from tenants.units.address import address_on
from tenants.units.models import Domain, Unit


def search(request: SearchRequest, *, asking_unit: UUID | None = None) -> SearchPage:
    """Answer one request.

    asking_unit: uuid of the unit whose site asks; its own results get a path instead of an address with a host.
    Costs one or two requests to Elasticsearch and two queries, or about ten queries without Elasticsearch.
    """
    degraded = False
    try:
        found = engine.find(request)
    except engine.EngineAwayError:
        degraded = True
        found = fallback.find(request)
    return SearchPage(
        request=request,
        hits=_hits(request, found, asking_unit),
        total=found.total,
        counts=found.counts,
        degraded=degraded,
        relaxed=found.relaxed,
    )


def _hits(request: SearchRequest, found: Found, asking_unit: UUID | None) -> tuple[Hit, ...]:
    """Read what was found. What the registry does not confirm, such as a post taken down a moment ago, is left out."""
    entries = Entry.objects.live().filter(pk__in=found.entries, unit__in=Unit.objects.listed())
    if isinstance(request.scope, UnitScope):
        entries = entries.filter(unit__uuid=request.scope.unit_uuid)
    by_key = {entry.pk: entry for entry in entries.select_related("unit__commune").defer("folded", "folded_title")}
    hosts = _hosts({entry.unit_id for entry in by_key.values() if entry.unit.uuid != asking_unit})
    words = frozenset(folded_words(request.text))
    number = find_number(request.text)
    return tuple(
        Hit(
            entry=entry,
            title=highlight(entry.title, words),
            excerpt=excerpt(_shown_text(entry), words),
            url=hosts.get(entry.unit_id, "") + entry.path,
            is_number=number is not None and entry.number_key == number,
        )
        for entry in (by_key[key] for key in found.entries if key in by_key)
    )


def _shown_text(entry: Entry) -> str:
    return str(entry.document.get("body") or entry.document.get("summary", ""))


def _hosts(units: set[int]) -> dict[int, str]:
    """Return the address of each unit's site, without a slash at its end."""
    domains = Domain.objects.filter(tenant__unit__in=units, is_primary=True) if units else Domain.objects.none()
    return {unit: address_on(domain, "") for unit, domain in domains.values_list("tenant__unit", "domain")}
