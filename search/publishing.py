"""Keeps the registry right about a unit's pages. Everything here runs in the transaction that changed the page."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from search.attachments.actions.hold import drop, link, texts_of
from search.attachments.files import published_files
from search.documents import build_document
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry, EntryState
from tenants.units.context import current_unit


@transaction.atomic(savepoint=False)
def record_page(*, page: Any, at: datetime) -> None:
    """Enter a page that everybody may read, or remove it; pages of types without a `registry_type` have no entry.

    page: specific instance, as saved. at: aware instant of the change. Costs nine queries, fourteen with files.
    """
    if not _registry_type(page):
        return
    if _is_public(page):
        unit, document, files = current_unit(), build_document(page), published_files(page)
        document = replace(document, attachments=texts_of(unit=unit, document=document, files=files))
        link(entry=record_published(unit=unit, document=document, at=at), files=files)
    else:
        forget_page(page=page, at=at)


@transaction.atomic(savepoint=False)
def forget_page(*, page: Any, at: datetime) -> None:
    """Remove a page that is no longer published, whatever its fields still say."""
    if _registry_type(page):
        _forget(object_type=page.registry_type, object_id=page.pk, at=at)


def record_subtree(*, page: Page, at: datetime) -> None:
    """Record a page and all live pages below it again: their address or who may read them has changed."""
    for descendant in _live_below(page, inclusive=True):
        record_page(page=descendant, at=at)


def record_moved_descendants(*, page: Page, at: datetime) -> None:
    """Record the pages below a page whose address, as entered, does not lie under its address. Usually none."""
    if page.is_leaf():
        return
    path = page.get_url_parts()[2]
    descendants = list(page.get_descendants().live().values_list("pk", flat=True))
    entries = Entry.objects.filter(unit=current_unit(), state=EntryState.LIVE, object_id__in=descendants)
    elsewhere = set(entries.exclude(path__startswith=path).values_list("object_id", flat=True))
    for descendant in _live_below(page, inclusive=False).filter(pk__in=elsewhere):
        record_page(page=descendant, at=at)


def record_unit(*, at: datetime) -> int:
    """Record every live page of the active unit and remove entries without one; return how many pages there are.

    For content that arrived without publishing (an import) and for builders that changed. Call in a transaction.
    """
    seen: set[tuple[str, int]] = set()
    for page in Page.objects.live().specific().iterator(chunk_size=200):
        if _registry_type(page):
            record_page(page=page, at=at)
            seen.add((page.registry_type, page.pk))
    kept = Entry.objects.filter(unit=current_unit()).exclude(state=EntryState.GONE)
    for entry in kept.only("object_type", "object_id"):
        if (entry.object_type, entry.object_id) not in seen:
            _forget(object_type=entry.object_type, object_id=entry.object_id, at=at)
    return len(seen)


def _forget(*, object_type: str, object_id: int, at: datetime) -> None:
    entry = record_gone(unit=current_unit(), object_type=object_type, object_id=object_id, at=at)
    if entry is not None:
        drop(entry=entry)


def _registry_type(page: Any) -> str:
    return getattr(page, "registry_type", "")


def _is_public(page: Any) -> bool:
    """Live, readable by everybody, reachable, and a text of its own (an alias repeats another page)."""
    return bool(
        page.live and not page.alias_of_id and page.get_url_parts() and not page.get_view_restrictions().exists()
    )


def _live_below(page: Page, *, inclusive: bool) -> Any:
    return Page.objects.descendant_of(page, inclusive=inclusive).live().specific()
