from tenants.registry.models.entry import Entry, EntryState
from tenants.registry.models.legal_entry import LegalEntry
from tenants.registry.models.outbox import DeadRow, Operation, OutboxRow
from tenants.registry.models.version import NextVersion

__all__ = ["DeadRow", "Entry", "EntryState", "LegalEntry", "NextVersion", "Operation", "OutboxRow"]
