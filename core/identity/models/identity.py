import uuid
from unicodedata import normalize

from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from core.text.normalize import clean_text


def normal_email(text: str) -> str:
    """Return an address as identities store it: NFC, without spaces around it, in lower case."""
    return clean_text(text).strip().lower()


class Identity(models.Model):
    """A person, once for the whole network. Units know the person by a local account that carries this uuid.

    `epoch` is part of every session's hash: raising it ends all sessions of the person in every unit at once.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("thư điện tử"), unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    password = models.CharField(max_length=256, editable=False)
    is_locked = models.BooleanField(_("đang khóa"), default=False)
    is_operator = models.BooleanField(_("vận hành mạng lưới"), default=False)
    epoch = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    lost_reported_at = models.DateTimeField(_("báo mất tài khoản lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")
        constraints = [models.UniqueConstraint(Lower("email"), name="identity_email_lower_unique")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def has_password(self) -> bool:
        """Whether the person has ever set one, that is, accepted an invitation."""
        return is_password_usable(self.password)

    def set_password(self, password: str | None) -> None:
        """Store the password's hash; None makes log-in impossible until a link sets one."""
        self.password = make_password(_composed(password) if password is not None else None)

    def check_password(self, password: str) -> bool:
        """Tell whether the password is right. Costs a full hash, also for an unusable one."""
        return check_password(_composed(password), self.password)


def _composed(password: str) -> str:
    """Telephones and computers compose ế differently; to the person it is one letter."""
    return normalize("NFC", password)
