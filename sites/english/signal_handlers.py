"""A page that stops being public takes its English version along, whatever the way: the text may be what had to go."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.signals import page_unpublished, post_page_move

from sites.models import BasePage, GoneAddress, HomePage

_VIETNAMESE = Q(locale__language_code=settings.LANGUAGE_CODE)


@receiver([page_unpublished, pre_delete])
def follow_gone_source(sender: type, instance: Any, **kwargs: Any) -> None:
    """Below an English home page that is gone nobody finds a way to the pages, so they go too."""
    if isinstance(instance, BasePage):
        _hide(_translations_of(Page.objects.filter(pk=instance.pk)))
    if isinstance(instance, HomePage):
        _hide(instance.get_descendants().exclude(_VIETNAMESE))


@receiver(post_save, sender=PageViewRestriction)
def follow_private_source(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    _hide(_translations_of(instance.page.get_descendants(inclusive=True)))


@receiver(post_page_move)
def follow_moved_source(sender: type, instance: Page, **kwargs: Any) -> None:
    """In a private place it is not public any more; elsewhere its English version stays where it is."""
    if instance.get_view_restrictions().exists():
        _hide(_translations_of(instance.get_descendants(inclusive=True)))


def _translations_of(sources: PageQuerySet) -> PageQuerySet:
    keys = sources.filter(_VIETNAMESE).values("translation_key")
    return Page.objects.exclude(_VIETNAMESE).filter(translation_key__in=keys)


def _hide(pages: PageQuerySet) -> None:
    """Unpublish the live ones among English pages. One query where there are none.

    Their notices have no title: only the action that hid the source knows whether the title is the harm.
    """
    with transaction.atomic():
        for page in pages.live().specific():
            page.unpublish()
            GoneAddress.objects.filter(path=page.get_url()).update(title="")
