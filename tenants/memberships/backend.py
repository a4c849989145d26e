"""Log-in: an identity's password, and an open membership in the unit whose host the person is on."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from core.accounts.models import User
from core.identity.queries import identity_of_email
from core.schema import PUBLIC, active_schema, active_tenant
from tenants.memberships.accounts import open_account, open_operator_account
from tenants.units.models import UnitSite


class UnitMembershipBackend(ModelBackend):
    """Permissions come from the local account's groups, as in Django; only who gets an account differs."""

    def authenticate(  # type: ignore[override]  # our log-in form knows an e-mail address, not a user name
        self, request: HttpRequest | None, **credentials: Any
    ) -> User | None:
        """Return the local account, or None. Takes as long for an unknown address as for a wrong password."""
        email = credentials.get("email") or credentials.get("username") or ""
        password = credentials.get("password") or ""
        identity = identity_of_email(email)
        if identity is None:
            make_password(password)
            return None
        if not identity.check_password(password) or identity.is_locked:
            return None
        site = active_tenant()
        if isinstance(site, UnitSite):
            return open_account(identity=identity, unit=site.unit) if site.unit.effect.may_log_in else None
        return open_operator_account(identity=identity) if active_schema() == PUBLIC else None

    def get_user(self, user_id: int) -> User | None:
        """Return the session's account; nobody while the active unit's status lets nobody work.

        So a suspension ends all work there at once, and the sessions come back with the unit. No extra query.
        """
        site = active_tenant()
        if isinstance(site, UnitSite) and not site.unit.effect.may_log_in:
            return None
        return super().get_user(user_id)
