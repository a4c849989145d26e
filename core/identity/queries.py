"""Reads of identities and of the links sent to them."""

import hashlib
from datetime import datetime

from django.db.models.functions import Lower
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from core.identity.models import Identity, LinkPurpose, OneTimeLink, normal_email
from core.identity.refusal import IdentityError


def identity_of_email(email: str) -> Identity | None:
    """Return the identity with this address, whatever the case it was typed in."""
    return Identity.objects.alias(lower=Lower("email")).filter(lower=normal_email(email)).first()


def hash_of(secret: str) -> str:
    """Return what is stored of a link's secret: SHA-256, since 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def usable_link(*, secret: str, purposes: set[LinkPurpose], at: datetime, for_update: bool = False) -> OneTimeLink:
    """Return the link behind a secret without using it up: mail scanners open links too.

    for_update: lock the row, inside the transaction that uses it. Raise IdentityError with the reason it does not work.
    """
    rows = OneTimeLink.objects.select_related("identity")
    if for_update:
        rows = rows.select_for_update(of=("self",))
    link = rows.filter(secret_hash=hash_of(secret)).first()
    if link is None or not constant_time_compare(link.secret_hash, hash_of(secret)) or link.purpose not in purposes:
        raise IdentityError(_("Liên kết này không đúng. Hãy bấm lại vào liên kết trong thư, hoặc xin liên kết mới."))
    if link.used_at is not None:
        raise IdentityError(
            _("Liên kết này đã được dùng. Mỗi liên kết chỉ dùng một lần; hãy xin liên kết mới nếu cần.")
        )
    if link.expires_at <= at:
        raise IdentityError(_("Liên kết này đã quá hạn. Hãy xin liên kết mới."))
    if link.identity.is_locked:
        raise IdentityError(_("Tài khoản này đang bị khóa. Hãy liên hệ người quản trị của đơn vị."))
    return link
