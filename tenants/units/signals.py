"""What others may follow about units. Sent inside the transaction of the change; a receiver that raises undoes it."""

from django.dispatch import Signal

# sender: Unit. unit: as saved, kind and commune fetched. at: aware datetime of the decision.
unit_status_changed = Signal()

# sender: Unit. unit: as saved. old_name: of before. at: aware datetime of the decision.
unit_renamed = Signal()

# sender: Unit. unit: of the site. host: the main host from now on.
unit_host_changed = Signal()
