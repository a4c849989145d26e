"""Framework events of a unit's site, each handled in a few lines that are safe to run twice."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.tasks.models import Attempt
from core.tasks.signals import task_died
from sites.exchange.follow_source import follow_changed_article, follow_moved_article, follow_renamed_section
from sites.exchange.follow_unit import follow_unit_status
from sites.exchange.hold import hold_sources
from sites.exchange.take_down import is_taking_down, leave_notice, source_back, source_gone
from sites.follow_register import follow_host, follow_name
from sites.legal.importing.run import follow_dead_task
from sites.models import ArticleContent, ArticlePage, BasePage, GoneAddress, SectionPage
from sites.models.base import is_draft_save
from tenants.exchange.actor import the_clock
from tenants.exchange.states import Side, TakeDownReason
from tenants.units.due import remember
from tenants.units.generation import raise_generation
from tenants.units.models import Unit
from tenants.units.signals import unit_host_changed, unit_renamed, unit_status_changed


@receiver(page_published)
def keep_publication_time(sender: type, instance: Any, **kwargs: Any) -> None:
    """Readers see when a post first appeared; an editor may have set another time."""
    if isinstance(instance, ArticleContent) and instance.published_at is None:
        instance.set_published_at()
        type(instance).objects.filter(pk=instance.pk).update(published_at=instance.published_at)


@receiver(page_published)
def follow_published_page(sender: type, instance: Any, **kwargs: Any) -> None:
    """The address is public again; a post that the Sở published may have a new edition."""
    raise_generation()
    GoneAddress.objects.filter(path=instance.get_url()).delete()
    if isinstance(instance, ArticlePage):
        follow_changed_article(page=instance, at=timezone.now())
    elif isinstance(instance, SectionPage):
        follow_renamed_section(section=instance)


@receiver(page_unpublished)
def follow_unpublished_page(sender: type, instance: Any, **kwargs: Any) -> None:
    """Unpublished by a button, by expiry or by code: the portal's copy follows unless an action says why itself."""
    if isinstance(instance, BasePage):
        raise_generation()
        leave_notice(instance, at=timezone.now())
    _follow_gone(instance, _("Bài gốc không còn đăng trên trang của đơn vị."))


@receiver(pre_delete)
def follow_deleted_page(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, BasePage):
        raise_generation()
        if instance.live:
            leave_notice(instance, at=timezone.now())
        _follow_gone(instance, _("Bài gốc đã bị xóa khỏi trang của đơn vị."))


@receiver(post_page_move)
def follow_moved_page(sender: type, instance: Any, **kwargs: Any) -> None:
    """What moved, a whole section perhaps, has other addresses; in a private place it is gone."""
    raise_generation()
    with transaction.atomic():
        for article in _held_articles(instance):
            if article.get_view_restrictions().exists():
                _follow_gone(article, _("Bài gốc đã chuyển đến chuyên mục riêng tư."))
            else:
                follow_moved_article(page=article)
                source_back(page=article, actor=the_clock(Side.UNIT), at=timezone.now())


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_privacy(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page made private is not public any more, nor is anything below it; made public again, it is back."""
    raise_generation()
    with transaction.atomic():
        for article in _held_articles(instance.page):
            if article.get_view_restrictions().exists():
                _follow_gone(article, _("Bài gốc đã chuyển sang chế độ riêng tư."))
            else:
                source_back(page=article, actor=the_clock(Side.UNIT), at=timezone.now())


@receiver(unit_status_changed)
def follow_changed_status(sender: type, unit: Unit, at: datetime, **kwargs: Any) -> None:
    follow_unit_status(unit=unit, at=at)


@receiver(task_died)
def end_document_import(sender: type, attempt: Attempt, **kwargs: Any) -> None:
    follow_dead_task(attempt=attempt, at=timezone.now())


@receiver(unit_renamed)
def follow_renamed_unit(sender: type, unit: Unit, old_name: str, **kwargs: Any) -> None:
    follow_name(unit=unit, old_name=old_name)


@receiver(unit_host_changed)
def follow_changed_host(sender: type, unit: Unit, host: str, **kwargs: Any) -> None:
    follow_host(unit=unit, host=host)


@receiver(post_save, sender=Revision)
def remember_scheduled_publication(sender: type, instance: Revision, **kwargs: Any) -> None:
    if instance.approved_go_live_at:
        remember(at=instance.approved_go_live_at)


@receiver(post_save)
def remember_expiry(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, BasePage) and instance.live and instance.expire_at:
        remember(at=instance.expire_at)


@receiver(post_save)
def queue_for_admin_search(sender: type, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """Wagtail's own search of the admin; it would be asked anew with each automatic save of a draft."""
    if isinstance(instance, BasePage) and not is_draft_save(update_fields):
        post_save_signal_handler(instance, **kwargs)


@receiver(post_delete)
def remove_from_admin_search(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, BasePage):
        post_delete_signal_handler(instance)


def _held_articles(page: Page) -> list[ArticlePage]:
    """Return the live articles at and below a page (Wagtail may send the plain Page), all locked before the first."""
    articles = list(ArticlePage.objects.descendant_of(page, inclusive=True).live())
    hold_sources([article.pk for article in articles])
    return articles


def _follow_gone(page: Any, words: str) -> None:
    if isinstance(page, ArticlePage) and not is_taking_down():
        source_gone(
            page_id=page.pk,
            reason=TakeDownReason.UNIT_WISH,
            words=words,
            actor=the_clock(Side.UNIT),
            at=timezone.now(),
        )
