import re
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.models import Identity, TraceVerb
from core.identity.refusal import IdentityError
from core.identity.trace import leave_trace
from core.text.normalize import clean_text

_SPACES = re.compile(r"\s+")
NAME_LENGTH = 120


def tidy_name(text: str) -> str:
    """Return a full name as it may be stored: NFC, single spaces. Raise IdentityError when it is empty or too long."""
    name = _SPACES.sub(" ", clean_text(text)).strip()
    if not name:
        raise IdentityError(_("Bạn chưa nhập họ và tên."))
    if len(name) > NAME_LENGTH:
        raise IdentityError(_("Họ và tên dài quá %(length)d ký tự. Hãy viết gọn hơn.") % {"length": NAME_LENGTH})
    return name


@transaction.atomic
def change_name(*, identity: Identity, full_name: str, by: Identity, at: datetime) -> Identity:
    """Rename the person; local accounts follow in tenants.memberships. Raise IdentityError like tidy_name."""
    identity = Identity.objects.select_for_update().get(pk=identity.pk)
    former, identity.full_name = identity.full_name, tidy_name(full_name)
    if former != identity.full_name:
        identity.save(update_fields=["full_name"])
        leave_trace(identity=identity, verb=TraceVerb.NAME_CHANGED, at=at, by=by, about=former)
    return identity
