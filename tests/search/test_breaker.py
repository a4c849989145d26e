import pytest

from search.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(threshold=3, cool_down=2, longest=10, clock=clock)


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        breaker.record_failure()


def test_opens_only_after_failures_in_a_row(breaker):
    fail(breaker, 2)
    breaker.record_success()
    fail(breaker, 2)
    assert breaker.allows_call()
    fail(breaker, 1)
    assert not breaker.allows_call()


def test_lets_one_caller_try_when_the_time_has_passed(breaker, clock):
    fail(breaker, 3)
    clock.now = 2.1
    assert [breaker.allows_call() for _ in range(3)] == [True, False, False]
    breaker.record_success()
    assert breaker.allows_call()


def test_waits_twice_as_long_after_each_failed_try_up_to_a_limit(breaker, clock):
    fail(breaker, 3)
    waits = []
    for _ in range(5):
        waits.append(breaker.seconds_until_call())
        clock.now += breaker.seconds_until_call()
        assert breaker.allows_call()
        breaker.record_failure()
    assert waits == [2, 4, 8, 10, 10]


def test_caller_that_never_reports_back_does_not_shut_it_for_good(breaker, clock):
    fail(breaker, 3)
    clock.now = 2.1
    assert breaker.allows_call()
    clock.now += 2.1
    assert breaker.allows_call()
