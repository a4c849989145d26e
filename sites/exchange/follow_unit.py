"""What happens to the portal's copies when the status of the unit they came from changes."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.signals import page_published, page_unpublished

from sites.exchange.publish_submission import copy_of
from sites.models import RepublishedPage
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, State
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite


@transaction.atomic
def follow_unit_status(*, unit: Unit) -> int:
    """Hide the portal's copies of the unit's posts while its status hides them, show them otherwise; return how many.

    The ledger stays as it is: the posts are published, their unit rests.
    Wagtail's signals do the rest (410, search). Every open row is locked first, so that a post that is being published
    meanwhile is either seen here or sees the new status. Safe to repeat. Costs about ten queries a copy that changes.
    """
    open_rows = Submission.objects.filter(sender=unit).exclude(state__in=FINAL)
    locked = list(open_rows.select_for_update(of=("self",)).order_by("pk"))
    published = [row for row in locked if row.state == State.PUBLISHED and row.portal_page_id]
    changed = 0
    for portal in UnitSite.objects.select_related("unit__kind", "unit__commune").filter(
        unit__in={row.receiver_id for row in published}
    ):
        with use_site(portal):
            for row in published:
                if row.receiver_id == portal.unit_id:
                    changed += _follow(row, is_listed=unit.effect.listed)
    return changed


def _follow(row: Submission, *, is_listed: bool) -> bool:
    """Bring one copy to the wanted side; return whether it was on the other.

    Wagtail's own unpublishing would forget which revision was live: what the desk was writing meanwhile would come up.
    """
    page = copy_of(row)
    if page is None or page.live == is_listed:
        return False
    page.live = is_listed
    page.save(update_fields=["live"], clean=False)
    if is_listed:
        log(instance=page, action="wagtail.publish")
        page_published.send(sender=RepublishedPage, instance=page, revision=page.live_revision)
        return True
    log(instance=page, action="wagtail.unpublish")
    page_unpublished.send(sender=RepublishedPage, instance=page)
    return True
