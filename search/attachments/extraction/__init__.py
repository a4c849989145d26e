"""Text out of files that strangers made. `child` runs in a process of its own under limits; `run` starts and judges it.

Nothing here but `run` may be imported by the rest of the product: a hostile file must only ever meet the child.
"""

# Raise it when the readers below find more than before: what older ones read is read again (docs/adr/0020).
EXTRACTOR = 1
# Of one file. What an entry can hold (tenants.registry.document.ATTACHED_LIMIT) is no more.
TEXT_LIMIT = 200_000
