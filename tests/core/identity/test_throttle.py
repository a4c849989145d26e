from datetime import UTC, datetime, timedelta

from core.identity.throttle import Limit, closed_until, forget_uses

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LIMIT = Limit("test", count=2, period=timedelta(hours=1))


def uses(count: int, *, at: datetime = AT, sender: str = "a") -> list[datetime | None]:
    return [closed_until(LIMIT, sender=sender, at=at) for _ in range(count)]


def test_the_third_use_learns_when_the_next_is_possible(db) -> None:
    assert uses(3) == [None, None, AT + timedelta(hours=1)]
    assert uses(1, sender="b") == [None]


def test_the_period_ends(db) -> None:
    uses(3)
    assert uses(1, at=AT + timedelta(hours=1)) == [None]


def test_a_success_starts_the_count_anew(db) -> None:
    uses(2)
    forget_uses(LIMIT, sender="a")
    assert uses(2) == [None, None]


def test_the_count_is_one_for_all_units(an_binh, phu_hoa) -> None:
    from tenants.units.context import use_site

    answers = []
    for site in (an_binh, phu_hoa, an_binh):
        with use_site(site):
            answers += uses(1)
    assert answers[2] is not None
