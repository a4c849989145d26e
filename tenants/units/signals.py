"""What others may follow about units. Sent inside the transaction of the change; a receiver that raises undoes it."""

from django.dispatch import Signal

# sender: Unit. unit: as saved, kind and commune fetched. at: aware datetime of the decision.
unit_status_changed = Signal()
