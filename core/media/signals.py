"""What others may follow about files."""

from django.dispatch import Signal

# sender: UnitImage. image: sizes of it exist that did not exist before; pages that show it look different.
renditions_made = Signal()

# sender: UnitDocument. keys: of documents that everybody could fetch until now. Sent inside the transaction that hides
# them, for whoever has told others what they say.
documents_hidden = Signal()
