"""Mails about accounts. A link's secret is made where its mail is written, so it never lies in the queue's table.

Each runs in the unit it was asked in, or on `public` for the console; that decides the host the links lead to.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from core.identity.actions.make_link import make_link
from core.identity.models import Identity, LinkPurpose
from core.identity.queries import identity_of_email
from core.schema import active_tenant
from tenants.memberships.queries import sites_of_person
from tenants.units.address import address_on, host_of
from tenants.units.models import UnitSite

# Links one person can be sent by a form that anybody can reach.
RESETS_AN_HOUR = 3


@task(queue_name="mail")
def mail_invitation(identity_pk: int, roles: list[str]) -> None:
    """Tell a person of a role here; with a link that sets the first password when there is none yet."""
    identity = Identity.objects.get(pk=identity_pk)
    if identity.is_locked:
        return
    with transaction.atomic():
        url = "" if identity.has_password else _link(identity, LinkPurpose.INVITATION, "people:set_password")
        context = {"roles": roles, "url": url, "log_in_url": _address(reverse("people:log_in"))}
        _send("invitation", to=identity.email, person=identity, **context)


@task(queue_name="mail")
def mail_reset(email: str) -> None:
    """Mail a link that sets a password, when the address is a person's who may have one. Silent otherwise."""
    identity = identity_of_email(email)
    if identity is None or identity.is_locked or _is_flooded(identity, timezone.now()):
        return
    with transaction.atomic():
        url = _link(identity, LinkPurpose.RESET, "people:set_password")
        served = sites_of_person(identity_uuid=identity.uuid)
        _send("reset", to=identity.email, person=identity, url=url, served=served)


@task(queue_name="mail")
def mail_new_email(identity_pk: int, email: str) -> None:
    """Mail a link to the address a person wants, unless somebody else has it."""
    identity = Identity.objects.get(pk=identity_pk)
    if identity.is_locked or identity_of_email(email) is not None:
        return
    with transaction.atomic():
        url = _link(identity, LinkPurpose.NEW_EMAIL, "people:confirm_email", email=email)
        _send("new_email", to=email, person=identity, url=url)


@task(queue_name="mail")
def mail_email_changed(recipient: str, full_name: str) -> None:
    """Tell the former address, so that a change its owner did not make is noticed."""
    _send("email_changed", to=recipient, full_name=full_name, lost_url=_address(reverse("people:report_lost")))


@task(queue_name="mail")
def mail_lost_report(email: str) -> None:
    """Alert the administrators of every unit the person serves, and the operators."""
    from tenants.memberships.actions.alert_lost import alert_lost

    identity = identity_of_email(email)
    if identity is not None:
        alert_lost(identity=identity, at=timezone.now())


@task(queue_name="mail")
def mail_lost_alert(recipient: str, full_name: str, email: str, reported_at: str, url: str) -> None:
    """Tell one administrator or operator. reported_at: ISO instant. url: where the account can be locked."""
    at = datetime.fromisoformat(reported_at)
    _send("lost_alert", to=recipient, full_name=full_name, email=email, reported_at=at, url=url)


def _send(name: str, *, to: str, **context: Any) -> None:
    site = active_tenant()
    place = site.unit.name if isinstance(site, UnitSite) else ""
    text = render_to_string(f"emails/{name}.txt", {"place": place, "hours": settings.ONE_TIME_LINK_HOURS, **context})
    subject, _blank, body = text.strip().partition("\n")
    EmailMessage(subject=subject, body=body.strip() + "\n", from_email=settings.DEFAULT_FROM_EMAIL, to=[to]).send()


def _link(identity: Identity, purpose: LinkPurpose, view: str, *, email: str = "") -> str:
    secret = make_link(identity=identity, purpose=purpose, at=timezone.now(), email=email)
    return _address(reverse(view, kwargs={"secret": secret}))


def _address(path: str) -> str:
    site = active_tenant()
    return address_on(host_of(site) if isinstance(site, UnitSite) else settings.CONSOLE_HOST, path)


def _is_flooded(identity: Identity, at: datetime) -> bool:
    recent = identity.links.filter(purpose=LinkPurpose.RESET, created_at__gt=at - timedelta(hours=1))
    return recent.count() >= RESETS_AN_HOUR
