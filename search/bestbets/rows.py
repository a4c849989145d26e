"""The list of bets as the admin shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from search.bestbets.models import BestBet


@dataclass(frozen=True, slots=True)
class BetRow:
    """standing: in words. is_over: greyed. try_url: the portal's search with the first question."""

    pk: int
    title: str
    questions: str
    standing: str
    changed: str
    is_over: bool
    try_url: str


def bet_rows(bets: Iterable[BestBet], *, today: date) -> list[BetRow]:
    """Return a row a bet: shown now first, then to come, then over or switched off, the latest first in each."""
    ordered = sorted(bets, key=lambda bet: (bet.starts_on, bet.pk), reverse=True)
    return [_row(bet, today) for bet in sorted(ordered, key=lambda bet: (_is_over(bet, today), bet.starts_on > today))]


def _row(bet: BestBet, today: date) -> BetRow:
    changed = [bet.changed_by, short_date(timezone.localdate(bet.changed_at))]
    return BetRow(
        pk=bet.pk,
        title=bet.title,
        questions="; ".join(bet.spellings),
        standing=_standing(bet, today),
        changed=", ".join(filter(None, changed)),
        is_over=_is_over(bet, today),
        try_url=f"{reverse('search')}?{urlencode({'q': bet.spellings[0]})}",
    )


def _is_over(bet: BestBet, today: date) -> bool:
    return not bet.is_active or bool(bet.ends_on and bet.ends_on < today)


def _standing(bet: BestBet, today: date) -> str:
    if not bet.is_active:
        return _("Đã tắt")
    if bet.ends_on and bet.ends_on < today:
        return _("Hết hạn từ %(day)s") % {"day": short_date(bet.ends_on)}
    if bet.starts_on > today:
        return _("Hiện từ %(day)s") % {"day": short_date(bet.starts_on)}
    return _("Đang hiện đến hết %(day)s") % {"day": short_date(bet.ends_on)} if bet.ends_on else _("Đang hiện")
