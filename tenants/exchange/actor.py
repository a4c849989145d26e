from dataclasses import dataclass

from core.accounts.models import User
from core.identity.models import Identity
from tenants.exchange.states import Side


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts on a submission. `identity` is None for the clock (an expired claim, a due publication)."""

    identity: Identity | None
    name: str
    side: Side


def actor_of(user: User, side: Side) -> Actor:
    """Return the actor behind a local account. One query."""
    identity = Identity.objects.get(uuid=user.identity_uuid)
    return Actor(identity=identity, name=identity.full_name, side=side)


def the_clock(side: Side) -> Actor:
    """Return the actor of what happens by time alone."""
    return Actor(identity=None, name="Hệ thống", side=side)
