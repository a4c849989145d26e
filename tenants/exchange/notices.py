"""Who is told what: an in-app notice in the transaction, the same words by e-mail after it (queue `mail`)."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django_tasks import task

from core.identity.models import Identity
from tenants.exchange.models import Notice, Submission
from tenants.units.models import Membership, Role, Unit


def tell_unit(submission: Submission, text: str, *, at: datetime, link: str = "") -> None:
    """Tell the sender's approvers, editors and administrators."""
    _tell(submission, submission.sender, (Role.APPROVER, Role.EDITOR, Role.ADMINISTRATOR), text, at=at, link=link)


def tell_desk(submission: Submission, text: str, *, at: datetime) -> None:
    _tell(submission, submission.receiver, (Role.DESK,), text, at=at)


def tell_board_head(submission: Submission, text: str, *, at: datetime) -> None:
    _tell(submission, submission.receiver, (Role.BOARD_HEAD,), text, at=at)


def tell_people(submission: Submission, people: Iterable[Identity], text: str, *, at: datetime) -> None:
    """Tell named people of the receiver (board members of a room)."""
    Notice.objects.create(
        unit=submission.receiver, role=Role.BOARD_MEMBER, submission=submission, text=text, created_at=at
    )
    _mail([person.email for person in people], text)


def tell_colleagues(unit: Unit, role: Role, text: str, *, at: datetime, link: str) -> None:
    """Tell the people of one role about something inside the unit. link: path on the unit's own host."""
    _tell(None, unit, (role,), text, at=at, link=link)


def tell_person(email: str, text: str) -> None:
    """Tell one person by e-mail only: a notice in the admin is for everybody in a role."""
    _mail([email], text)


def _tell(
    submission: Submission | None, unit: Unit, roles: tuple[Role, ...], text: str, *, at: datetime, link: str = ""
) -> None:
    Notice.objects.bulk_create(
        [Notice(unit=unit, role=role, submission=submission, text=text, link=link, created_at=at) for role in roles]
    )
    emails = Membership.objects.filter(unit=unit, role__in=roles, ended_at=None, identity__is_locked=False)
    _mail(list(emails.values_list("identity__email", flat=True).distinct()), text)


def _mail(recipients: list[str], text: str) -> None:
    if recipients:
        mail_notice.enqueue(recipients=recipients, text=text)


@task(queue_name="mail")
def mail_notice(recipients: list[str], text: str) -> None:
    """Send one mail a person, so that nobody reads the others' addresses."""
    for recipient in recipients:
        EmailMessage(
            subject=_("Thông báo từ Cổng Giáo dục"), body=text, from_email=settings.DEFAULT_FROM_EMAIL, to=[recipient]
        ).send()
