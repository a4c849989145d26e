from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.actions.report_lost import report_lost
from core.identity.models import Identity
from tenants.exchange.models import Notice
from tenants.memberships.queries import managers_of, open_memberships
from tenants.memberships.tasks import mail_lost_alert
from tenants.units.address import address_on
from tenants.units.models import Domain, Unit

PEOPLE_PATH = "/quan-tri/nguoi-dung/"


@transaction.atomic
def alert_lost(*, identity: Identity, at: datetime) -> None:
    """Tell those who can lock the account that somebody reported it lost: in the admin and by mail. Locks nothing.

    The administrators of each unit the person serves, and every operator. Safe to repeat: told once an hour.
    """
    if not report_lost(identity=identity, at=at):
        return
    recipients: dict[str, str] = {}
    for unit in Unit.objects.filter(pk__in=open_memberships().filter(identity=identity).values("unit")):
        host = Domain.objects.filter(tenant__unit=unit, is_primary=True).values_list("domain", flat=True).first()
        managers = managers_of(unit).exclude(identity=identity)
        _notice(identity, unit, roles=set(managers.values_list("role", flat=True)), at=at)
        if host:
            emails = managers.values_list("identity__email", flat=True)
            recipients |= dict.fromkeys(emails, address_on(host, PEOPLE_PATH))
    operators = Identity.objects.filter(is_operator=True, is_locked=False).exclude(pk=identity.pk)
    for email in operators.values_list("email", flat=True):
        recipients[email] = address_on(settings.CONSOLE_HOST, f"{PEOPLE_PATH}{identity.uuid}/")
    for recipient, url in recipients.items():
        mail_lost_alert.enqueue(
            recipient=recipient, full_name=identity.full_name, email=identity.email, reported_at=at.isoformat(), url=url
        )


def _notice(identity: Identity, unit: Unit, *, roles: set[str], at: datetime) -> None:
    sentence = _(
        "Có người báo mất tài khoản của %(name)s. Hãy gọi hỏi %(name)s; nếu đúng, khóa tài khoản ở mục Người dùng."
    )
    text = sentence % {"name": identity.full_name}
    Notice.objects.bulk_create(
        [Notice(unit=unit, role=role, text=text, link=PEOPLE_PATH, created_at=at) for role in roles]
    )
