"""A file changed under a page that nobody publishes again: replaced, renamed, deleted, or no longer for everybody."""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page

from core.media.models import UnitDocument
from core.media.queries import pages_showing
from core.media.signals import documents_hidden
from search.publishing import record_page


def connect() -> None:
    """Listen to documents. Called once, when the app is ready."""
    post_save.connect(_saved, sender=UnitDocument)
    post_delete.connect(_deleted, sender=UnitDocument)
    documents_hidden.connect(_hidden)


def _saved(instance: UnitDocument, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    if not created and not raw:
        _record_pages_of([instance.pk])


def _deleted(instance: UnitDocument, **kwargs: Any) -> None:
    _record_pages_of([instance.pk])


def _hidden(keys: Collection[int], **kwargs: Any) -> None:
    _record_pages_of(keys)


def _record_pages_of(keys: Collection[int]) -> None:
    pages = set().union(*pages_showing(UnitDocument, keys).values())
    for page in Page.objects.live().filter(pk__in=pages).specific():
        record_page(page=page, at=timezone.now())
