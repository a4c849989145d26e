"""The account a person has inside one unit: what Wagtail attaches pages, groups and logs to."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Accounts are made by tenants.memberships from an identity; there is no createsuperuser here."""


class User(AbstractBaseUser, PermissionsMixin):
    """A local account. It holds no password: log-in and sessions are checked against the identity in `public`.

    Accounts are deactivated, never deleted, so that what they wrote keeps its author.
    """

    identity_uuid = models.UUIDField(unique=True, editable=False)
    email = models.EmailField(_("thư điện tử"), unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")

    def __str__(self) -> str:
        return self.full_name

    @property
    def first_name(self) -> str:
        """What Wagtail's sidebar shows of the person; it would fall back to the e-mail address."""
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        """Vietnamese given names come last."""
        return self.full_name.rsplit(" ", 1)[-1]

    @cached_property
    def _session_secret(self) -> str:
        """One query on `public`: locked or reset people lose every session, wherever it was opened."""
        from core.identity.models import Identity

        row = Identity.objects.filter(uuid=self.identity_uuid, is_locked=False).values_list("password", "epoch").first()
        return f"{row[0]}:{row[1]}" if row else ""

    def get_session_auth_hash(self) -> str:
        return self._hmac(self._session_secret) if self._session_secret else ""

    def get_session_auth_fallback_hash(self) -> Any:
        return iter(())

    def _hmac(self, secret: str) -> str:
        return salted_hmac("core.accounts.session", f"{self.identity_uuid}:{secret}", algorithm="sha256").hexdigest()
