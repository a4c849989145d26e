"""Where a page leads is known to the nightly check from the moment it is published until it is not."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from sites.library.models import LinksPage, ResourcePage
from tenants.links.actions.record_links import record_links

_LEADING_OUT = (LinksPage, ResourcePage)


@receiver(page_published)
def follow_published_page(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, _LEADING_OUT):
        record_links(page_id=instance.pk, urls=instance.outside_links())


@receiver([page_unpublished, post_delete])
def follow_gone_page(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, _LEADING_OUT):
        record_links(page_id=instance.pk, urls=())
