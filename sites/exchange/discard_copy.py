from sites.exchange.publish_submission import copy_of
from tenants.exchange.models import Submission
from tenants.units.context import use_site
from tenants.units.models import UnitSite


def discard_copy(submission: Submission) -> None:
    """Delete the copy the desk prepared for a locked submission that is not going to be published from it.

    A copy holds the text of one edition: once that edition is returned, refused or withdrawn it must not wait in the
    portal, where it would be published in place of the next one. A copy that was ever public stays (it is a record).
    """
    if submission.portal_page_id is None or submission.published_at is not None:
        return
    portal = UnitSite.objects.select_related("unit__kind", "unit__commune").get(unit=submission.receiver)
    with use_site(portal):
        if page := copy_of(submission):
            page.delete()
    submission.portal_page_id = None
    submission.save(update_fields=["portal_page_id"])
