import hashlib
from functools import cache

from sites.roles import GRANTS
from sites.starter.plans import plan_of
from tenants.units.models import Kind


@cache
def _grants() -> str:
    return repr(sorted((str(role), grant.page, grant.media, grant.lists) for role, grant in GRANTS.items()))


def digest_of(kind: Kind) -> str:
    """Return the hash of what sites of this kind start with: keys of the planned pages, rights of the roles."""
    keys = "\n".join(placed.key for placed in plan_of(kind))
    return hashlib.sha256(f"{keys}\n{_grants()}".encode()).hexdigest()
