"""The signed slip every guarded form carries: made by us, for this form of this unit, at a known time, used once."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.core import signing

from core.formguard.sums import Sum, new_sum
from core.schema import active_schema


@dataclass(frozen=True, slots=True)
class Ticket:
    """key: names this one filling-in, so that sending it twice is one act. numbers: of the sum to be answered."""

    key: uuid.UUID
    numbers: Sum
    issued_at: datetime


def new_ticket(*, at: datetime) -> Ticket:
    return Ticket(uuid.uuid4(), new_sum(), at)


def write_ticket(ticket: Ticket, *, purpose: str) -> str:
    """Return the ticket as text. purpose: the form's name; the active schema is part of the signature, too."""
    payload = [ticket.key.hex, *ticket.numbers, ticket.issued_at.isoformat()]
    return _signer(purpose).sign_object(payload)


def read_ticket(text: str, *, purpose: str) -> Ticket | None:
    """Return the ticket, None for one that was not written by `write_ticket` for this form in this unit."""
    try:
        key, first, second, issued_at = _signer(purpose).unsign_object(text)
        return Ticket(uuid.UUID(key), (first, second), datetime.fromisoformat(issued_at))
    except (signing.BadSignature, ValueError):
        return None


def _signer(purpose: str) -> signing.Signer:
    return signing.Signer(salt=f"formguard:{purpose}:{active_schema()}")
