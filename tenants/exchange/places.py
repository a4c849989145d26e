"""Absolute addresses of a sent post, for mails: at the desk, in its unit's admin, on the portal."""

from django.conf import settings
from django.urls import reverse

from tenants.exchange.models import Submission
from tenants.units.address import address_on
from tenants.units.models import Domain, Unit


def desk_place(submission: Submission) -> str:
    """Return the post's page at the receiver's desk. One query."""
    return unit_address(submission.receiver, _path("desk_post", submission.pk))


def unit_place(submission: Submission) -> str:
    """Return where the sender follows the post in its own admin. One query."""
    return unit_address(submission.sender, _path("sent_post", submission.page_id))


def copy_place(submission: Submission) -> str:
    """Return the published copy, or "" when there never was one. One query."""
    return unit_address(submission.receiver, submission.portal_path) if submission.portal_path else ""


def _path(name: str, key: int) -> str:
    # The worker and the console tell people as well: their addresses are not those of a unit's site.
    return reverse(name, args=[key], urlconf=settings.ROOT_URLCONF)


def unit_address(unit: Unit, path: str) -> str:
    """Return `path` on the unit's present main host; "" for a unit without a site. One query."""
    host = Domain.objects.filter(tenant__unit=unit, is_primary=True).values_list("domain", flat=True).first()
    return address_on(host, path) if host else ""
