"""Published things as the registry knows them: live, readable by everybody, and of this unit alone."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

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


def changed_since(rows: QuerySet[Entry], moment: datetime | None) -> QuerySet[Entry]:
    return rows.filter(changed_at__gte=moment) if moment else rows


def local(moment: datetime) -> datetime:
    """Return the moment with the offset of the installation's time zone."""
    return timezone.localtime(moment)
