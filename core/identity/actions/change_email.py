from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core.identity.actions.end_sessions import end_sessions
from core.identity.models import Identity, LinkPurpose, TraceVerb
from core.identity.queries import usable_link
from core.identity.refusal import IdentityError
from core.identity.trace import leave_trace


@transaction.atomic
def change_email_by_link(*, secret: str, at: datetime) -> tuple[Identity, str]:
    """Make the address the link was sent to the person's own; return (identity, former address). All sessions end.

    Local accounts follow in tenants.memberships. Raise IdentityError when the link does not work (any more) or
    the address has meanwhile become somebody else's.
    """
    link = usable_link(secret=secret, purposes={LinkPurpose.NEW_EMAIL}, at=at, for_update=True)
    identity = Identity.objects.select_for_update().get(pk=link.identity_id)
    former, identity.email = identity.email, link.email
    try:
        with transaction.atomic():
            identity.save(update_fields=["email"])
    except IntegrityError as error:
        raise IdentityError(_("Địa chỉ thư này đã thuộc về một tài khoản khác nên không đổi được.")) from error
    end_sessions(identity=identity, at=at)
    leave_trace(identity=identity, verb=TraceVerb.EMAIL_CHANGED, at=at, by=identity, about=former)
    return identity, former
