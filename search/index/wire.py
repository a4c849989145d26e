"""From a registry entry to what is sent: one action for the bulk interface."""

import hashlib
from typing import Any
from uuid import UUID

from django.utils import timezone

from core.text.fold import unify_i_y
from tenants.registry.document import attached_text
from tenants.registry.models import Entry

# 28 bits a document: the sum over millions stays exact in the doubles Elasticsearch adds in.
_DIGEST_HEX = 7


def document_id(unit_uuid: UUID, object_type: str, object_id: int) -> str:
    """Return the `_id`: permanent, whatever the unit's name, host or schema become."""
    return f"{unit_uuid}:{object_type}:{object_id}"


def digest(identifier: str, version: int) -> int:
    """Return this document's share of the sum that reconcile compares (search.reconcile has the same in SQL)."""
    return int(hashlib.md5(f"{identifier}:{version}".encode(), usedforsecurity=False).hexdigest()[:_DIGEST_HEX], 16)


def to_source(entry: Entry) -> dict[str, Any]:
    """Return the document of an entry (its `unit` loaded): the whole of a live one, else a tombstone without text.

    A tombstone is a document because Elasticsearch forgets the version of a delete after a minute, and a late write
    would bring the text back.
    """
    identifier = document_id(entry.unit.uuid, entry.object_type, entry.object_id)
    source: dict[str, Any] = {
        "deleted": not entry.is_findable,
        "unit_id": str(entry.unit.uuid),
        "type": entry.object_type,
        "entry": entry.pk,
        "version": entry.version,
        "digest": digest(identifier, entry.version),
    }
    return source | (_content(entry) if entry.is_findable else {})


def _content(entry: Entry) -> dict[str, Any]:
    stored = entry.document
    return {
        "title": unify_i_y(entry.title),
        "text": unify_i_y("\n".join([entry.title, stored["keywords"], stored["body"]]) + attached_text(stored)),
        "doc_no": entry.number_key or None,
        "unit_kind": entry.unit_kind,
        "levels": entry.levels,
        "commune": entry.commune_code or None,
        "year": str(entry.year) if entry.year else None,
        "issuer": stored["issuer"] or None,
        "doc_kind": stored["document_kind"] or None,
        "subject": stored["subject"] or None,
        **_dates(entry),
        "locale": entry.locale,
        "published_at": entry.published_at.isoformat(),
        "story": entry.original_id or entry.pk,
        "repeats": entry.original_id is not None,
    }


def _dates(entry: Entry) -> dict[str, str | None]:
    """Return from when to when a document is in force; nothing for what is no document."""
    if not entry.number_key:
        return {}
    stored = entry.document
    issued = timezone.localdate(entry.published_at).isoformat()
    return {
        "since": stored["effective_date"] or issued,
        "until": stored["expiry_date"],
        "partly_until": stored["partly_expiry_date"],
    }
