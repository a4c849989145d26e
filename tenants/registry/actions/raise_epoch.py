from django.db import connection, transaction

from tenants.registry.models.version import EPOCH_BITS, SEQUENCE


@transaction.atomic
def raise_epoch(*, above: int) -> int:
    """Make every version drawn from now on greater than `above`; return the new epoch.

    For the operator who restored an older database: the index holds versions the database has forgotten.
    above: the greatest version in the index. Run `manage.py search reconcile` afterwards.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT last_value FROM {SEQUENCE}")  # noqa: S608 a constant
        epoch = (max(above, cursor.fetchone()[0]) >> EPOCH_BITS) + 1
        cursor.execute("SELECT setval(%s, %s)", [SEQUENCE, epoch << EPOCH_BITS])
    return epoch
