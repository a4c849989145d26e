from django.core.files.storage import default_storage
from django.db import transaction

from tenants.units.context import current_site, use_site


def delete_later(name: str | None) -> None:
    """Delete a stored file of the active unit once no row names it any more, that is, after the commit.

    After a kill in between, the nightly collection finds the file (core.media.collect).
    """
    if not name:
        return
    site = current_site()

    def delete() -> None:
        with use_site(site):
            default_storage.delete(name)

    transaction.on_commit(delete)
