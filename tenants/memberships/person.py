from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from core.accounts.models import User
from core.identity.models import Identity
from tenants.memberships.queries import open_memberships
from tenants.units.context import current_unit


def person_behind(request: HttpRequest) -> Identity:
    """Return the identity of the logged-in person. One query. Raise PermissionDenied for anonymous requests."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return Identity.objects.get(uuid=request.user.identity_uuid)


def roles_here(request: HttpRequest) -> frozenset[str]:
    """Return the person's open roles in the active unit, none for anonymous requests. One query a request."""
    known: frozenset[str] | None = getattr(request, "roles_here", None)
    if known is None:
        known = _open_roles(request.user) if isinstance(request.user, User) else frozenset()
        request.roles_here = known  # type: ignore[attr-defined]
    return known


def _open_roles(user: User) -> frozenset[str]:
    rows = open_memberships().filter(unit=current_unit(), identity__uuid=user.identity_uuid)
    return frozenset(rows.values_list("role", flat=True))
