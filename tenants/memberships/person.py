from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from core.accounts.models import User
from core.identity.models import Identity


def person_behind(request: HttpRequest) -> Identity:
    """Return the identity of the logged-in person. One query. Raise PermissionDenied for anonymous requests."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return Identity.objects.get(uuid=request.user.identity_uuid)
