"""Published things as the registry knows them: live, readable by everybody, and of this unit alone."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet, TextChoices
from django.http import Http404
from django.utils import timezone

from core.media.models import UnitDocument
from sites.api.schemas import File, Named
from sites.presenters.files import file_link
from tenants.registry.models import Entry
from tenants.units.context import current_unit


def entries_of(*object_types: str) -> QuerySet[Entry]:
    """Return the active unit's findable entries of these types, newest first, without their folded words."""
    found = Entry.objects.live().filter(unit=current_unit(), object_type__in=object_types)
    return found.defer("folded", "folded_title", "search_vector").order_by("-published_at", "-pk")


def entry_of(pk: int, *object_types: str) -> Entry:
    """Return one of them. Raise Http404 for what is a draft, private, taken down, of another type or another unit."""
    entry = entries_of(*object_types).filter(pk=pk).first()
    if entry is None:
        raise Http404
    return entry


def with_pages(entries: Sequence[Entry], pages: QuerySet[Any]) -> Iterator[tuple[Entry, Any]]:
    """Yield each entry with its page; one whose page has gone meanwhile is left out. One query."""
    found: dict[int, Model] = pages.in_bulk([entry.object_id for entry in entries])
    return ((entry, found[entry.object_id]) for entry in entries if entry.object_id in found)


def page_fields(entry: Entry, origin: str) -> dict[str, Any]:
    """Return what every page tells: the fields of `schemas.PageItem`."""
    return {
        "id": entry.pk,
        "title": entry.title,
        "summary": entry.document["summary"],
        "url": origin + entry.path,
        "language": entry.locale,
        "changed_at": local(entry.changed_at),
    }


def file_of(document: UnitDocument, origin: str) -> File:
    """Return the document as a file to take away. No query."""
    link = file_link(document)
    return File(url=origin + link.url, format=link.format, size=link.size)


def named(value: TextChoices) -> Named:
    return Named(code=value.value, name=str(value.label))


def changed_since(rows: QuerySet[Entry], moment: datetime | None) -> QuerySet[Entry]:
    return rows.filter(changed_at__gte=moment) if moment else rows


def local(moment: datetime) -> datetime:
    """Return the moment with the offset of the installation's time zone."""
    return timezone.localtime(moment)
