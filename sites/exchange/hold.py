"""The one order of locks: pages of the unit in tree order, then their ledger rows by key, then the portal's copies.

Wagtail has changed the page before its signals tell us, so nothing may wait for a page while it holds a ledger row.
"""

from collections.abc import Iterable

from wagtail.models import Page

from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL
from tenants.units.context import current_unit


def hold_sources(page_ids: Iterable[int]) -> None:
    """Lock pages of the active unit and the open ledger rows of those that were sent, until the transaction ends.

    Two queries. Whoever touches several pages at once names them all, parents included, in one call.
    """
    ids = set(page_ids)
    list(Page.objects.order_by("path").filter(pk__in=ids).select_for_update(no_key=True).values_list("pk"))
    rows = Submission.objects.filter(sender=current_unit(), page_id__in=ids).exclude(state__in=FINAL)
    list(rows.order_by("pk").select_for_update().values_list("pk"))
