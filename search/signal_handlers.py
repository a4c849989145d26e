"""Framework events that change what readers may find; each is one call, safe to run twice."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from search.publishing import forget_page, record_moved_descendants, record_page, record_subtree
from sites.signals import page_content_changed


def connect() -> None:
    """Listen to Wagtail. Called once, when the app is ready."""
    page_published.connect(_published)
    page_content_changed.connect(_published)
    page_unpublished.connect(_unpublished)
    page_slug_changed.connect(_slug_changed)
    post_page_move.connect(_moved)
    post_save.connect(_restricted, sender=PageViewRestriction)
    post_delete.connect(_restriction_lifted, sender=PageViewRestriction)


def _published(instance: Any, **kwargs: Any) -> None:
    at = timezone.now()
    record_page(page=instance, at=at)
    # Wagtail tells about a changed slug only after the transaction; by then the pages below would be wrong.
    record_moved_descendants(page=instance, at=at)


def _unpublished(instance: Any, **kwargs: Any) -> None:
    # Also sent before a page is deleted, while the row in the database still says that it is live.
    forget_page(page=instance, at=timezone.now())


def _slug_changed(instance: Any, **kwargs: Any) -> None:
    record_subtree(page=instance, at=timezone.now())


def _moved(instance: Any, **kwargs: Any) -> None:
    record_subtree(page=instance, at=timezone.now())


def _restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    record_subtree(page=instance.page, at=timezone.now())


def _restriction_lifted(instance: PageViewRestriction, origin: Any = None, **kwargs: Any) -> None:
    # A restriction that goes because its page is deleted must not bring that page back.
    model = origin.model if isinstance(origin, QuerySet) else type(origin)
    if model is PageViewRestriction:
        record_subtree(page=instance.page, at=timezone.now())
