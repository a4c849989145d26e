import secrets
from datetime import datetime, timedelta

from django.conf import settings

from core.identity.models import Identity, LinkPurpose, OneTimeLink
from core.identity.queries import hash_of

SECRET_BYTES = 32


def make_link(*, identity: Identity, purpose: LinkPurpose, at: datetime, email: str = "") -> str:
    """Return the secret of a new link; it exists nowhere else, so call this where the mail is written.

    email: the new address, for NEW_EMAIL only. Earlier links go on working until one of them is used.
    """
    secret = secrets.token_urlsafe(SECRET_BYTES)
    OneTimeLink.objects.create(
        identity=identity,
        purpose=purpose,
        email=email,
        secret_hash=hash_of(secret),
        created_at=at,
        expires_at=at + timedelta(hours=settings.ONE_TIME_LINK_HOURS),
    )
    return secret
