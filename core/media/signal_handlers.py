"""What follows a page's and a picture's changes, in their transaction, however they came about."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished, post_page_move

from core.media.actions.recompute_public import recompute_files, recompute_public
from core.media.models import UnitImage
from core.media.queries import files_below, files_of
from core.media.tasks import make_renditions


@receiver(post_save, sender=UnitImage)
def order_sizes(sender: type[UnitImage], instance: UnitImage, raw: bool = False, **kwargs: Any) -> None:
    """Readers get the original until the worker has made the sizes, which is before most pages are published."""
    if instance.has_new_content and not raw:
        make_renditions.enqueue(image_id=instance.pk)


@receiver(post_save)
def follow_saved_page(
    sender: type[Model], instance: Model, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    """Publishing, unpublishing, expiry and pages made by code all save the whole row; drafts save a revision."""
    if isinstance(instance, Page) and not raw and (update_fields is None or "live" in update_fields):
        recompute_public(page=instance)


@receiver(page_unpublished)
def follow_unpublished_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    recompute_public(page=instance)


@receiver(post_page_move)
def follow_moved_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A section may be restricted: what is moved into it or out of it changes with all that lies below."""
    recompute_files(files=files_below(instance))


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def follow_restriction(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    recompute_files(files=files_below(instance.page))


@receiver(pre_delete, sender=Page)
def remember_files_of_page(sender: type[Page], instance: Any, **kwargs: Any) -> None:
    """Wagtail forgets the references when the page is deleted, before its files can be recomputed."""
    instance.files_before_delete = files_of(instance)


@receiver(post_delete, sender=Page)
def follow_deleted_page(sender: type[Page], instance: Any, **kwargs: Any) -> None:
    recompute_files(files=instance.files_before_delete)
