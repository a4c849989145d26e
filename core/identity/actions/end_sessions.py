from datetime import datetime

from django.db.models import F

from core.identity.models import Identity, OneTimeLink


def end_sessions(*, identity: Identity, at: datetime) -> None:
    """End every session of the person in every unit with the commit, and void the links that were sent.

    Sessions carry the epoch in their hash (core.accounts.models), so no unit is opened.
    """
    Identity.objects.filter(pk=identity.pk).update(epoch=F("epoch") + 1)
    OneTimeLink.objects.filter(identity=identity, used_at=None).update(used_at=at)
    identity.refresh_from_db(fields=["epoch"])
