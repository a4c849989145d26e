"""The loop beside the clock: rounds at night, none by day, and no failure that ends it."""

import threading
from datetime import UTC, datetime

import pytest

from tenants.links import night

NIGHT, DAY = datetime(2026, 11, 24, 19, 0, tzinfo=UTC), datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


class Rounds:
    """Stands for the check itself: fails the first time, ends the loop after the second. asked_at: of each round."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop, self.asked_at = stop, list[datetime]()

    def __call__(self, *, at: datetime) -> int:
        self.asked_at.append(at)
        if len(self.asked_at) == 1:
            raise OSError("the database is away")
        self.stop.set()
        return 1


@pytest.mark.django_db
def test_failed_round_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    rounds = Rounds(stop)
    monkeypatch.setattr(night, "check_links", rounds)
    monkeypatch.setattr(night, "IDLE_SECONDS", 0.01)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)
    night.check_by_night(stop)
    assert rounds.asked_at == [NIGHT, NIGHT]


def test_nothing_is_asked_by_day(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    rounds = Rounds(stop)
    monkeypatch.setattr(night, "check_links", rounds)
    monkeypatch.setattr("django.utils.timezone.now", lambda: DAY)
    loop = threading.Thread(target=night.check_by_night, args=(stop,))
    loop.start()
    stop.set()
    loop.join(timeout=10)
    assert not loop.is_alive()
    assert rounds.asked_at == []
