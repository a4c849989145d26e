"""The table of states is the whole truth: every pair of states is either an arrow that works or one that is refused."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from core.identity.models import Identity
from tenants.exchange.actor import Actor
from tenants.exchange.ledger import ArrowError, locked, move
from tenants.exchange.models import Submission
from tenants.exchange.states import ARROWS, FINAL, Side, State

AT = datetime(2026, 11, 24, 2, 10, tzinfo=UTC)


@pytest.fixture
def submission(an_binh, portal) -> Submission:
    return Submission.objects.create(
        sender=an_binh.unit,
        receiver=portal.unit,
        page_id=7,
        path="/tin-tuc/a/",
        title="Trồng cây",
        sent_at=AT,
        changed_at=AT,
    )


@pytest.fixture
def desk(db) -> Actor:
    identity = Identity.objects.get(email="dung@so.example")
    return Actor(identity=identity, name=identity.full_name, side=Side.PORTAL)


@pytest.mark.parametrize("target", list(State))
@pytest.mark.parametrize("source", list(State))
def test_every_pair_of_states(submission, desk, source: State, target: State) -> None:
    Submission.objects.filter(pk=submission.pk).update(state=source)
    with transaction.atomic():
        row = locked(submission.pk)
        if target in ARROWS[source]:
            event = move(row, target, verb="test", actor=desk, at=AT)
            assert (event.from_state, event.to_state) == (source, target)
            assert Submission.objects.get(pk=row.pk).state == target
        else:
            with pytest.raises(ArrowError):
                move(row, target, verb="test", actor=desk, at=AT)
            assert not row.events.exists()


def test_only_refused_and_recalled_are_final() -> None:
    assert {State.REFUSED, State.RECALLED} == FINAL


def test_the_loser_of_a_race_reads_who_did_what(submission, desk) -> None:
    with transaction.atomic():
        move(locked(submission.pk), State.CLAIMED, verb="claim", actor=desk, at=AT)
        with pytest.raises(ArrowError, match=r"Võ Tiến Dũng đã chuyển bài này sang “Đang xử lý” lúc 9:10"):
            move(locked(submission.pk), State.CLAIMED, verb="claim", actor=desk, at=AT)
