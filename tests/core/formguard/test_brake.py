from datetime import UTC, datetime, timedelta

from core.formguard.brake import Brake, held_until
from tenants.units.context import use_site
from tenants.units.models import UnitSite

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
BRAKE = Brake("test", a_sender=2, a_unit=3, period=timedelta(minutes=10))
LATER = AT + BRAKE.period


def uses(*senders: str) -> list[datetime | None]:
    return [held_until(BRAKE, sender=sender, at=AT) for sender in senders]


def test_one_sender_then_the_unit_are_held(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        assert uses("a", "a", "a", "b", "b", "c") == [None, None, LATER, None, LATER, LATER]


def test_each_unit_counts_for_itself(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    with use_site(an_binh):
        uses("a", "a")
    with use_site(phu_hoa):
        assert uses("a") == [None]
