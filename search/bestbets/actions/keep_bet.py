from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from search.bestbets.models import BestBet
from search.bestbets.target import find_target
from tenants.registry.folding import folded_text


@transaction.atomic
def keep_bet(
    *,
    bet: BestBet,
    spellings: Sequence[str],
    address: str,
    days: tuple[date, date | None],
    by: str,
    at: datetime,
) -> BestBet:
    """Store a bet, new or changed, so that the next search shows it.

    bet: with title, sentence and is_active set. spellings: at least one, each with a word in it. days: first and last
    day, the last one included. by: name of the editor. Raise TargetError for an address nobody could follow.
    """
    target = find_target(address)
    bet.spellings = list(spellings)
    bet.keys = list(dict.fromkeys(folded_text(spelling) for spelling in spellings))
    bet.address, bet.entry, bet.unit = target.address, target.entry, target.unit
    bet.starts_on, bet.ends_on = days
    bet.changed_by, bet.changed_at = by, at
    bet.save()
    return bet
