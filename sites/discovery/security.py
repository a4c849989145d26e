"""`/.well-known/security.txt`: whom to tell about a hole. Source: RFC 9116; TCVN 14423:2026 §5 (reporting channel)."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sites.presenters.phones import phone
from sites.presenters.surroundings import surroundings_of
from tenants.units.models import Unit

# RFC 9116 §2.5.5 recommends less than a year; the file is made anew for each reader, so it never runs out.
VALID_FOR = timedelta(days=180)
PATH = "/.well-known/security.txt"


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Answer the contacts of the Sở, which runs the network, then the unit's own; 404 when the register has none."""
    around = surroundings_of(request)
    portal = Unit.objects.filter(site__is_portal=True).first()
    contacts = list(dict.fromkeys(contact for unit in (portal, around.unit) if unit for contact in _contacts(unit)))
    if not contacts:
        raise Http404
    expires = datetime.combine((around.now + VALID_FOR).date(), time(), tzinfo=UTC)
    lines = [
        *(f"Contact: {contact}" for contact in contacts),
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en",
        f"Canonical: {around.menu.origin}{PATH}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _contacts(unit: Unit) -> Iterator[str]:
    if unit.email:
        yield f"mailto:{unit.email}"
    if number := phone(unit.phone):
        yield f"tel:{number.dial}"
