"""The local account that follows a membership: made at log-in, its groups the open roles of the person in this unit."""

from django.contrib.auth.models import Group

from core.accounts.models import User
from core.identity.models import Identity
from tenants.units.models import Membership, Unit


def open_account(*, identity: Identity, unit: Unit) -> User | None:
    """Return the account of `identity` in the active unit with today's roles; None, and deactivated, without any.

    Runs in the unit's schema. Costs about 6 queries.
    """
    roles = list(
        Membership.objects.filter(identity=identity, unit=unit, ended_at=None).values_list("role", flat=True).distinct()
    )
    if not roles:
        User.objects.filter(identity_uuid=identity.uuid).update(is_active=False)
        return None
    user = _account(identity)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def open_operator_account(*, identity: Identity) -> User | None:
    """Return the operator's account on the public schema, or None for people who operate nothing."""
    return _account(identity) if identity.is_operator else None


def _account(identity: Identity) -> User:
    user, _created = User.objects.update_or_create(
        identity_uuid=identity.uuid,
        defaults={"email": identity.email, "full_name": identity.full_name, "is_active": True},
        create_defaults={
            "identity_uuid": identity.uuid,
            "email": identity.email,
            "full_name": identity.full_name,
            "password": "!",
        },
    )
    return user
