from django.db import models

# The high bits are the epoch, raised after a restore from backup (tenants.registry.actions.raise_epoch).
EPOCH_BITS = 40
SEQUENCE = "registry_version"


class NextVersion(models.Func):
    """The next version of any entry: one sequence for all, drawn under the entry's row lock.

    So versions grow per entry whatever the order of commits, and outlive the thing. Never a clock: clocks go back.
    """

    function = "nextval"
    template = f"%(function)s('{SEQUENCE}')"
    output_field = models.BigIntegerField()
