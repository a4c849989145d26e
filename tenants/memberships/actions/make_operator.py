from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from core.identity.actions.change_name import tidy_name
from core.identity.actions.make_link import make_link
from core.identity.models import Identity, LinkPurpose, TraceVerb, normal_email
from core.identity.queries import identity_of_email
from core.identity.trace import leave_trace
from tenants.units.address import address_on

WHO = "vận hành mạng lưới"


@transaction.atomic
def make_operator(*, email: str, full_name: str, at: datetime) -> str:
    """Make somebody an operator, known to the network or not; return the one-time address that sets the password.

    For the command line of the server, where nobody is logged in yet. Raise IdentityError for an empty name.
    """
    identity = identity_of_email(email)
    if identity is None:
        identity = Identity(email=normal_email(email), full_name=tidy_name(full_name))
        identity.set_password(None)
    identity.is_operator = True
    identity.save()
    leave_trace(identity=identity, verb=TraceVerb.ROLE_GRANTED, at=at, about=WHO)
    secret = make_link(identity=identity, purpose=LinkPurpose.INVITATION, at=at)
    path = reverse("people:set_password", urlconf=settings.PUBLIC_SCHEMA_URLCONF, kwargs={"secret": secret})
    return address_on(settings.CONSOLE_HOST, path)


@transaction.atomic
def dismiss_operator(*, identity: Identity, at: datetime) -> None:
    """Take the network's operation from somebody; the console closes with the next request."""
    Identity.objects.filter(pk=identity.pk).update(is_operator=False)
    leave_trace(identity=identity, verb=TraceVerb.ROLE_ENDED, at=at, about=WHO)
