from datetime import datetime

from django.db import transaction

from core.accounts.models import User
from core.identity.actions.change_name import change_name
from core.identity.models import Identity
from tenants.memberships.actions.follow_identity import follow_identity


@transaction.atomic
def change_own_name(*, user: User, full_name: str, at: datetime) -> Identity:
    """Give the person behind a local account another name, in every unit. Raise IdentityError when it is empty."""
    identity = Identity.objects.get(uuid=user.identity_uuid)
    identity = change_name(identity=identity, full_name=full_name, by=identity, at=at)
    follow_identity(identity=identity)
    return identity
