"""Framework events of a unit's site, each handled in a line or two that is safe to run twice."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from sites.models import ArticleContent


@receiver(page_published)
def keep_publication_time(sender: type, instance: Any, **kwargs: Any) -> None:
    """Readers see when a post first appeared; an editor may have set another time."""
    if isinstance(instance, ArticleContent) and instance.published_at is None:
        instance.set_published_at()
        type(instance).objects.filter(pk=instance.pk).update(published_at=instance.published_at)
