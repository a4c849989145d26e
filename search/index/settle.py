import random
from datetime import timedelta

from django.db.models.functions import Now

from search.index.bulk import Outcome, Result
from tenants.registry.models import DeadRow, OutboxRow

# About a day of tries; then somebody has to look.
MAX_ATTEMPTS = 30
_FIRST_DELAY_SECONDS, _LONGEST_DELAY_SECONDS = 1.0, 3600.0


def settle(results: list[tuple[OutboxRow, Result]], *, claimed: set[int]) -> None:
    """Write down what became of a claimed batch, inside the transaction that claimed it.

    results: the newest row of each entry and what the index said. claimed: keys of all rows of the batch, older rows of
    the same entries included. Done rows vanish, refused ones become dead rows, the others wait for a later try.
    """
    kept = {row.pk for row, result in results if _settle_row(row, result)}
    OutboxRow.objects.filter(pk__in=claimed - kept).delete()
    done = [row.entry_id for row, result in results if result.outcome is Outcome.DONE]
    DeadRow.objects.filter(entry__in=done).delete()


def _settle_row(row: OutboxRow, result: Result) -> bool:
    """Return whether the row stays in the outbox."""
    if result.outcome is Outcome.DONE:
        return False
    if result.outcome is Outcome.DEAD or row.attempts + 1 >= MAX_ATTEMPTS:
        values = {"version": row.entry.version, "error": result.error, "died_at": Now()}
        DeadRow.objects.update_or_create(entry_id=row.entry_id, defaults=values)
        return False
    row.next_at = Now() + _delay(row.attempts)
    row.attempts += 1
    row.last_error = result.error
    row.save(update_fields=["next_at", "attempts", "last_error"])
    return True


def _delay(attempts: int) -> timedelta:
    """Twice as long each time, never more than an hour, spread out so that refused rows do not return together."""
    seconds = min(_LONGEST_DELAY_SECONDS, _FIRST_DELAY_SECONDS * 2 ** min(attempts, 20))
    return timedelta(seconds=seconds * random.uniform(0.5, 1.0))  # noqa: S311 no secret
