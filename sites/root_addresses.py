"""Wagtail keeps each unit's host and home pages in the shared cache for an hour."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Site

from sites.models import HomePage


@receiver([post_save, post_delete], sender=Site)
@receiver([post_save, post_delete], sender=HomePage)
def forget_root_addresses(**kwargs: Any) -> None:
    """Wagtail itself forgets them before the commit: a process that asks meanwhile would store the old ones again."""
    transaction.on_commit(Site.clear_site_root_paths_cache)
