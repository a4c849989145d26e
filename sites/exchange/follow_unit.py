"""What happens to the portal's copies when the status of the unit they came from changes."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_published

from core.media.actions.recompute_public import recompute_files
from core.media.queries import files_of_pages
from sites.models import GoneAddress, RepublishedPage
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, State
from tenants.registry.actions.record_resting import record_awake, record_resting
from tenants.units.context import current_unit, use_site
from tenants.units.due import remember
from tenants.units.generation import raise_generation
from tenants.units.models import Unit, UnitSite


@transaction.atomic
def follow_unit_status(*, unit: Unit, at: datetime) -> int:
    """Hide the portal's copies of the unit's posts while its status hides them, show them otherwise; return how many.

    The ledger stays as it is: the posts are published, their unit rests. Every open row is locked first, so that a
    post that is being published meanwhile is either seen here or sees the new status. Safe to repeat.
    Wagtail's signals would cost ten queries a copy: what their receivers do is done here for all copies at once.
    """
    open_rows = Submission.objects.filter(sender=unit).exclude(state__in=FINAL)
    locked = open_rows.select_for_update(of=("self",)).order_by("pk")
    copies: dict[int, list[int]] = {}
    for receiver, state, page_id in locked.values_list("receiver_id", "state", "portal_page_id"):
        if state == State.PUBLISHED and page_id:
            copies.setdefault(receiver, []).append(page_id)
    changed = 0
    for portal in UnitSite.objects.select_related("unit__kind", "unit__commune").filter(unit__in=copies):
        with use_site(portal):
            pages = _bring(copies[portal.unit_id], is_live=unit.effect.listed, at=at)
            if pages:
                (_show if unit.effect.listed else _hide)(pages, at)
                changed += len(pages)
    return changed


def _bring(keys: Collection[int], *, is_live: bool, at: datetime) -> list[RepublishedPage]:
    """Set `live` of those copies that differ and return them as saved, without their bodies.

    Wagtail's own unpublishing would forget which revision was live: what the desk was writing meanwhile would come up.
    A copy whose own time has expired stays hidden.
    """
    other = Page.objects.filter(pk__in=keys, live=not is_live, expired=False)
    held = list(other.order_by("path").select_for_update(no_key=True).values_list("pk", flat=True))
    if not held:
        return []
    Page.objects.filter(pk__in=held).update(live=is_live)
    action, content_type = f"wagtail.{'publish' if is_live else 'unpublish'}", _content_type()
    pages = list(RepublishedPage.objects.filter(pk__in=held).defer_streamfields())
    PageLogEntry.objects.bulk_create(
        PageLogEntry(page_id=page.pk, content_type=content_type, label=page.title, action=action, timestamp=at)
        for page in pages
    )
    recompute_files(files=files_of_pages(Page.objects.filter(pk__in=held)))
    raise_generation()
    return pages


def _hide(pages: list[RepublishedPage], at: datetime) -> None:
    keys = [page.pk for page in pages]
    record_resting(unit=current_unit(), object_type=RepublishedPage.registry_type, object_ids=keys, at=at)
    public = set(Page.objects.filter(pk__in=keys).public().values_list("pk", flat=True))
    GoneAddress.objects.bulk_create(
        [
            GoneAddress(path=path, gone_at=at, title=page.title)
            for page in pages
            if page.pk in public and (path := page.get_url())
        ],
        ignore_conflicts=True,  # a notice with a reason is never replaced by one without
    )


def _show(pages: list[RepublishedPage], at: datetime) -> None:
    GoneAddress.objects.filter(path__in=[page.get_url() for page in pages]).delete()
    for expire_at in {page.expire_at for page in pages if page.expire_at}:
        remember(at=expire_at)
    keys = [page.pk for page in pages]
    awake = record_awake(unit=current_unit(), object_type=RepublishedPage.registry_type, object_ids=keys, at=at)
    for page in pages:
        if page.pk not in awake:  # its entry is a tombstone, so the document has to be built again
            page_published.send(sender=RepublishedPage, instance=page, revision=page.live_revision)


def _content_type() -> ContentType:
    return ContentType.objects.get_for_model(RepublishedPage, for_concrete_model=False)
