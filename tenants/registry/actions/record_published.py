from datetime import datetime
from typing import Any

from django.db import transaction

from core.text.document_number import number_key
from tenants.registry.actions.enqueue import enqueue
from tenants.registry.actions.record_legal import record_legal
from tenants.registry.document import SearchDocument
from tenants.registry.folding import folded_document, folded_text
from tenants.registry.models import Entry, EntryState, NextVersion
from tenants.units.models import Unit


@transaction.atomic(savepoint=False)
def record_published(*, unit: Unit, document: SearchDocument, at: datetime) -> Entry:
    """Enter what the unit has just published, or its new text, and queue it for the index.

    Call inside the transaction that publishes. unit: owner of the page. at: aware instant of the change.
    A thing of a unit whose status hides it is kept hidden and comes back with the unit. Return the entry.
    """
    key = {"unit": unit, "object_type": document.object_type, "object_id": document.object_id}
    values = columns_of(unit=unit, document=document, at=at)
    entry, created = Entry.objects.select_for_update().get_or_create(**key, defaults=values)
    if not created:
        for name, value in (values | {"version": NextVersion()}).items():
            setattr(entry, name, value)
        entry.save()
        entry.refresh_from_db(fields=["version"])
    if document.legal:
        record_legal(entry=entry, document=document, facts=document.legal)
    enqueue([entry])
    return entry


def columns_of(*, unit: Unit, document: SearchDocument, at: datetime) -> dict[str, Any]:
    """Return what an entry of this document holds besides its keys and its version."""
    place = document.origin
    stored = document.stored()
    return {
        "state": EntryState.LIVE if unit.effect.listed else EntryState.HIDDEN,
        "locale": document.locale,
        "path": document.path,
        "title": document.title,
        "document": stored,
        "number_key": number_key(document.document_number),
        "unit_kind": place.kind if place else unit.kind_id,
        "levels": list(place.levels if place else unit.levels),
        "commune_code": place.commune_code if place else unit.commune_id or "",
        "year": document.year_or_published(),
        "has_origin": place is not None,
        "original_id": place.original if place else None,
        "published_at": document.published_at,
        "changed_at": at,
        "folded_title": folded_text(document.title),
        "folded": folded_document(stored),
    }
