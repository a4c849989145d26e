"""Who may open the console: operators, on the console's own host."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase

from core.accounts.models import User
from core.identity.models import Identity
from tenants.memberships.views.plain_page import plain_page

View = Callable[..., HttpResponseBase]


def for_operators(view: View) -> View:
    """Hand the view the operator's identity after the request; others log in first, or find nothing here.

    One query. The right is read anew with each request, so it ends with the identity's.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        operator = operator_of(request.user)
        if operator is None:
            raise Http404("only operators see the console")
        return view(request, operator, *args, **kwargs)

    return plain_page(guarded)


def operator_of(user: User) -> Identity | None:
    """Return the identity of an operator who is not locked, else None. One query."""
    return Identity.objects.filter(uuid=user.identity_uuid, is_operator=True, is_locked=False).first()
