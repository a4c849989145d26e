"""How the links of the active unit's pages answered."""

from django.db.models import Count

from tenants.links.models import FAILURES_OF_BROKEN, OutsideLink
from tenants.units.context import current_site


def links_of_page(page_id: int) -> dict[str, OutsideLink]:
    """Return address → row for what a page leads to. One query."""
    rows = OutsideLink.objects.filter(site=current_site(), page_id=page_id)
    return {row.url: row for row in rows}


def pages_with_broken_links() -> dict[int, int]:
    """Return page → how many of its links are broken, for the pages that have any. One query."""
    broken = OutsideLink.objects.filter(site=current_site(), failures__gte=FAILURES_OF_BROKEN)
    return dict(broken.order_by("page_id").values_list("page_id").annotate(count=Count("pk")))
