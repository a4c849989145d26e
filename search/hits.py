"""From keys an engine found to what is shown, read from the registry in three queries at most."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from core.text.document_number import find_number
from search.attachments.found import place_in_files
from search.found import Found
from search.highlight import excerpt, highlight
from search.request import SearchRequest
from search.results import Hit, Place
from search.scope import UnitScope
from search.vocabulary.wording import wording_of
from sites.models import LegalDocumentPage
from tenants.registry.models import Entry
from tenants.units.address import address_on
from tenants.units.models import Domain, Unit


def read_hits(request: SearchRequest, found: Found, *, asking_unit: UUID | None) -> tuple[Hit, ...]:
    """Read what was found. What the registry does not confirm, such as a post taken down a moment ago, is left out.

    asking_unit: as search.queries.search takes it. Costs a query for the entries, one for hosts when there are any of
    other units, and one for successors when a document that was replaced is among them.
    """
    read = _read(request, found)
    by_key = {entry.pk: entry for entry in read}
    successors = _successors(read)
    places = _places([*read, *successors.values()], asking_unit)
    words = wording_of(request).words
    number = find_number(request.text)
    shown = [
        (by_key[key], story, place_in_files(by_key[key], words))
        for key, story in zip(found.entries, found.stories, strict=True)
        if key in by_key
    ]
    return tuple(
        Hit(
            entry=entry,
            title=highlight(entry.title, words),
            excerpt=excerpt(file.text if file else _shown_text(entry), words),
            url=places[entry.pk].url,
            is_number=number is not None and entry.number_key == number,
            copies=tuple(places[one.pk] for one in read if one.pk != entry.pk and _story(one) == story),
            replaced_by=places[successors[entry.pk].pk] if entry.pk in successors else None,
            file=file,
        )
        for entry, story, file in shown
    )


def _read(request: SearchRequest, found: Found) -> list[Entry]:
    """Return the entries found and, on the network, the others of their stories."""
    entries = Entry.objects.live().filter(unit__in=Unit.objects.listed())
    if isinstance(request.scope, UnitScope):
        entries = entries.filter(pk__in=found.entries, unit__uuid=request.scope.unit_uuid)
    else:
        same_story = Q(pk__in=found.stories) | Q(original__in=found.stories)
        entries = entries.filter(Q(pk__in=found.entries) | same_story)
    return list(entries.select_related("unit__commune").defer("folded", "folded_title").order_by("pk"))


def _story(entry: Entry) -> int:
    return entry.original_id or entry.pk


def _successors(entries: Iterable[Entry]) -> dict[int, Entry]:
    """Return key of an entry → the document of the same unit that took its place, where readers can see it."""
    wanted = {one.pk: (one.unit_id, one.document["replaced_by"]) for one in entries if one.document.get("replaced_by")}
    if not wanted:
        return {}
    named = Q(pk=None)
    for unit, object_id in set(wanted.values()):
        named |= Q(unit=unit, object_id=object_id)
    documents = Entry.objects.live().filter(named, object_type=LegalDocumentPage.registry_type)
    listed = documents.filter(unit__in=Unit.objects.listed()).select_related("unit").defer("folded", "folded_title")
    found = {(one.unit_id, one.object_id): one for one in listed}
    return {pk: found[key] for pk, key in wanted.items() if key in found}


def _places(entries: Iterable[Entry], asking_unit: UUID | None) -> dict[int, Place]:
    """Return key of an entry → where it stands."""
    others = {entry.unit_id for entry in entries if entry.unit.uuid != asking_unit}
    domains = Domain.objects.filter(tenant__unit__in=others, is_primary=True) if others else Domain.objects.none()
    hosts = {unit: address_on(domain, "") for unit, domain in domains.values_list("tenant__unit", "domain")}
    return {entry.pk: Place(entry, hosts.get(entry.unit_id, "") + entry.path) for entry in entries}


def _shown_text(entry: Entry) -> str:
    return str(entry.document.get("body") or entry.document.get("summary", ""))
