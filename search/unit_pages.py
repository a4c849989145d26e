"""Do a unit's pages and its entries agree? For what no signal tells: updates in bulk, moved branches, lost events."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, get_page_models

from search.documents.parts import one_line
from search.publishing import record_page
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_resting import is_resting
from tenants.registry.models import Entry, EntryState
from tenants.units.context import current_unit

Thing = tuple[str, int]


class _Seen(NamedTuple):
    """What a page says and its entry must repeat. tail: the address below the site's root. since: last published."""

    title: str
    tail: str
    since: datetime | None


@transaction.atomic
def mend_unit(*, at: datetime) -> int:
    """Enter pages of the active unit that are missing or differ, remove entries without a page; return how many.

    Compares titles, addresses and the hour of publishing, not the texts: `record_unit` does everything anew. Three
    queries when nothing differs.
    """
    pages = dict(_public_pages())
    entries = {(entry.object_type, entry.object_id): entry for entry in _entries()}
    surplus = entries.keys() - pages.keys()
    for object_type, object_id in surplus:
        record_gone(unit=current_unit(), object_type=object_type, object_id=object_id, at=at)
    differing = [pk for (_type, pk), seen in pages.items() if not _agrees(entries.get((_type, pk)), seen)]
    mended = 0
    for page in Page.objects.filter(pk__in=differing).specific():
        if page.get_url_parts():  # else it lies outside the site, where nobody reads it
            record_page(page=page, at=at)
            mended += 1
    return len(surplus) + mended


def _public_pages() -> Iterator[tuple[Thing, _Seen]]:
    types = _searched_types()
    pages = Page.objects.live().public().filter(alias_of=None, content_type__in=types)
    columns = ("pk", "content_type", "title", "url_path", "last_published_at")
    for pk, content_type, title, url_path, since in pages.values_list(*columns):
        yield (types[content_type], pk), _Seen(one_line(title), url_path.split("/", 2)[2], since)


def _entries() -> Iterator[Entry]:
    entries = Entry.objects.filter(unit=current_unit(), object_type__in=_searched_types().values())
    kept = entries.exclude(state=EntryState.GONE).exclude(is_resting())
    return kept.only("object_type", "object_id", "title", "path", "changed_at").iterator()


def _agrees(entry: Entry | None, seen: _Seen) -> bool:
    return (
        entry is not None
        and entry.title == seen.title
        and entry.path.endswith(f"/{seen.tail}")
        and (seen.since is None or entry.changed_at >= seen.since)
    )


@cache
def _searched_types() -> dict[int, str]:
    """Return content type → registry type. Content types have the same keys in every unit, by construction."""
    models = [model for model in get_page_models() if getattr(model, "registry_type", "")]
    types = ContentType.objects.get_for_models(*models)
    return {types[model].pk: model.registry_type for model in models}
