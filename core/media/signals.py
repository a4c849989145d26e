"""What others may follow about pictures."""

from django.dispatch import Signal

# sender: UnitImage. image: sizes of it exist that did not exist before; pages that show it look different.
renditions_made = Signal()
