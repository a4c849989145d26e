from collections.abc import Iterable

from django.db import transaction

from tenants.links.models import OutsideLink
from tenants.units.context import current_site


@transaction.atomic
def record_links(*, page_id: int, urls: Iterable[str]) -> None:
    """Keep the list equal to where a page of the active unit leads now; none for a page that is not published.

    What stays keeps its history. Two queries.
    """
    wanted = dict.fromkeys(urls)
    site = current_site()
    OutsideLink.objects.filter(site=site, page_id=page_id).exclude(url__in=list(wanted)).delete()
    OutsideLink.objects.bulk_create(
        (OutsideLink(site=site, page_id=page_id, url=url) for url in wanted), ignore_conflicts=True
    )
