"""Who is told what: an in-app notice in the transaction, the same words by e-mail after it (queue `mail`)."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django_tasks import task

from core.identity.models import Identity
from tenants.exchange.models import Notice, Submission
from tenants.exchange.places import copy_place, desk_place, unit_address, unit_place
from tenants.exchange.states import State
from tenants.units.models import Membership, Role, Unit

# Label → absolute address, "" when there is none: the last lines of a mail.
Places = dict[str, str]


def tell_unit(submission: Submission, text: str, *, at: datetime, link: str = "") -> None:
    """Tell the sender's approvers, editors and administrators; the mail leads to the post, and to a copy that is up."""
    places = {_("Theo dõi bài"): unit_place(submission)}
    if submission.state == State.PUBLISHED:
        places[_("Bài trên Cổng")] = copy_place(submission)
    roles = (Role.APPROVER, Role.EDITOR, Role.ADMINISTRATOR)
    _tell(submission, submission.sender, roles, text, at=at, link=link, places=places)


def tell_desk(submission: Submission, text: str, *, at: datetime) -> None:
    """Tell the receiver's desk; the mail leads to the post there."""
    _tell(submission, submission.receiver, (Role.DESK,), text, at=at, places=_at_the_desk(submission))


def tell_board_head(submission: Submission, text: str, *, at: datetime) -> None:
    """Tell the head of the Editorial Board (QC Đ10.4)."""
    _tell(submission, submission.receiver, (Role.BOARD_HEAD,), text, at=at, places=_at_the_desk(submission))


def tell_people(submission: Submission, people: Iterable[Identity], text: str, *, at: datetime) -> None:
    """Tell named people of the receiver (board members of a room)."""
    Notice.objects.create(
        unit=submission.receiver, role=Role.BOARD_MEMBER, submission=submission, text=text, created_at=at
    )
    _mail([person.email for person in people], text, _at_the_desk(submission))


def tell_colleagues(unit: Unit, role: Role, text: str, *, at: datetime, link: str) -> None:
    """Tell the people of one role about something inside the unit. link: path on the unit's own host."""
    _tell(None, unit, (role,), text, at=at, link=link, places={_("Mở"): unit_address(unit, link)})


def tell_person(email: str, text: str) -> None:
    """Tell one person by e-mail only: a notice in the admin is for everybody in a role. text: with its address."""
    _mail([email], text, {})


def _at_the_desk(submission: Submission) -> Places:
    return {_("Mở bài ở Bàn biên tập"): desk_place(submission)}


def _tell(
    submission: Submission | None,
    unit: Unit,
    roles: tuple[Role, ...],
    text: str,
    *,
    at: datetime,
    places: Places,
    link: str = "",
) -> None:
    Notice.objects.bulk_create(
        [Notice(unit=unit, role=role, submission=submission, text=text, link=link, created_at=at) for role in roles]
    )
    emails = Membership.objects.filter(unit=unit, role__in=roles, ended_at=None, identity__is_locked=False)
    _mail(list(emails.values_list("identity__email", flat=True).distinct()), text, places)


def _mail(recipients: list[str], text: str, places: Places) -> None:
    if recipients:
        lines = [f"{label}: {address}" for label, address in places.items() if address]
        mail_notice.enqueue(recipients=recipients, text="\n\n".join([text, *lines]))


@task(queue_name="mail")
def mail_notice(recipients: list[str], text: str) -> None:
    """Send one mail a person, so that nobody reads the others' addresses."""
    for recipient in recipients:
        EmailMessage(
            subject=_("Thông báo từ Cổng Giáo dục"), body=text, from_email=settings.DEFAULT_FROM_EMAIL, to=[recipient]
        ).send()
