from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.actions import change_email
from core.identity.models import Identity, normal_email
from core.identity.refusal import IdentityError
from tenants.memberships.actions.follow_identity import follow_identity
from tenants.memberships.tasks import mail_email_changed, mail_new_email


def ask_for_new_email(*, identity: Identity, email: str, password: str) -> None:
    """Mail a link to the address the person wants. Whether somebody else has it is not told.

    Raise IdentityError when the password is wrong or the address is the present one.
    """
    if not identity.check_password(password):
        raise IdentityError(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."))
    if normal_email(email) == identity.email:
        raise IdentityError(_("Đây là địa chỉ thư đang dùng. Hãy nhập địa chỉ khác."))
    mail_new_email.enqueue(identity_pk=identity.pk, email=normal_email(email))


@transaction.atomic
def change_email_by_link(*, secret: str, at: datetime) -> Identity:
    """Use the link: change the address in `public` and in every unit, tell the former address. Raise IdentityError."""
    identity, former = change_email.change_email_by_link(secret=secret, at=at)
    follow_identity(identity=identity)
    mail_email_changed.enqueue(recipient=former, full_name=identity.full_name)
    return identity
