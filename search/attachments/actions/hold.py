"""Keeps what is known of a page's files equal to what the page shows. All of it in the page's own transaction.

Locks are taken entry → texts, texts in the order of their contents; the worker holds either alone.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from search.attachments.files import PublishedFile
from search.attachments.models import AttachedText, Attachment
from tenants.registry.document import AttachedFile, SearchDocument
from tenants.registry.models import Entry
from tenants.units.models import Unit


def texts_of(*, unit: Unit, document: SearchDocument, files: Sequence[PublishedFile]) -> tuple[AttachedFile, ...]:
    """Return the files with the text known so far, in order; a content seen for the first time is queued.

    The rows stay locked until the transaction ends: a text that is finished meanwhile meets the entry afterwards.
    Costs three queries, none without files.
    """
    if not files:
        return ()
    key = {"unit": unit, "object_type": document.object_type, "object_id": document.object_id}
    Entry.objects.select_for_update().filter(**key).values_list("pk").first()
    pages = _held_pages({file.content_hash for file in files})
    return tuple(AttachedFile(file.name, tuple(map(tuple, pages[file.content_hash]))) for file in files)


def _held_pages(contents: set[str]) -> dict[str, list[list[Any]]]:
    """Lock the texts, made where missing, and return their pages."""
    held: dict[str, list[list[Any]]] = {}
    while len(held) < len(contents):  # again when somebody else has removed one in between
        AttachedText.objects.bulk_create(map(AttachedText, sorted(contents)), ignore_conflicts=True)
        rows = AttachedText.objects.select_for_update().filter(pk__in=contents).order_by("pk")
        held = dict(rows.values_list("content_hash", "pages"))
    return held


def link(*, entry: Entry, files: Sequence[PublishedFile]) -> None:
    """Note which files the entry shows, and forget the texts that nobody shows any more. Two queries with files."""
    drop(entry=entry, but=[file.content_hash for file in files])
    rows = [
        Attachment(
            entry=entry,
            text_id=file.content_hash,
            position=position,
            name=file.name,
            path=file.path,
        )
        for position, file in enumerate(files)
    ]
    Attachment.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["entry", "text"],
        update_fields=["position", "name", "path"],
    )


def drop(*, entry: Entry, but: Iterable[str] = ()) -> None:
    """Forget the entry's files, `but` these contents; a text that no entry shows goes with them. One query, or four."""
    links = Attachment.objects.filter(entry=entry).exclude(text__in=list(but))
    contents = list(links.values_list("text", flat=True))
    if not contents:
        return
    links.delete()
    # Locked first, asked afterwards: another unit may be showing the same content at this moment.
    list(AttachedText.objects.select_for_update().filter(pk__in=contents).order_by("pk").values_list("pk"))
    shown = Attachment.objects.filter(text=OuterRef("pk"))
    AttachedText.objects.filter(pk__in=contents).exclude(Exists(shown)).delete()
