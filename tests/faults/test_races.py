"""Two people at the same moment, in two threads with connections of their own: one wins, nothing is doubled."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from sites.exchange.remove_pages import Way, remove_pages
from sites.models import RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, Side, State, TakeDownReason
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, Unit
from tests.faults import verbs
from tests.faults.verbs import DUNG, MINH, Case, account
from tests.support.database import maintenance
from tests.support.network import PASSWORD, make_identity, site_of

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("network")]
# Races that have no point to hold both at are run again and again.
ROUNDS = 5


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run all at the same moment; return what each returned or raised, in their order."""
    start = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def run(position: int) -> None:
        try:
            start.wait(5)
            outcomes[position] = acts[position]()
        except Exception as error:
            outcomes[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[position]) for position in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes


def errors(outcomes: list[Any]) -> list[Exception]:
    return [outcome for outcome in outcomes if isinstance(outcome, Exception)]


def test_of_two_editors_one_claims_and_the_other_reads_who() -> None:
    case = verbs.published_article()
    verbs.send(case)
    tuan = make_identity("tuan@so.example", "Bùi Anh Tuấn")
    Membership.objects.create(identity=tuan, unit=Unit.objects.get(code="so-gddt"), role=Role.DESK)
    portal = site_of("so-gddt")
    people = [account(email, portal) for email in (DUNG, "tuan@so.example")]

    def claim_as(user) -> Callable[[], Submission]:
        def act() -> Submission:
            with use_site(portal):
                return claim(submission_pk=case.submission.pk, actor=actor_of(user, Side.PORTAL), at=timezone.now())

        return act

    outcomes = at_once(*map(claim_as, people))
    (refusal,) = errors(outcomes)
    winner = case.submission.claimed_by
    assert isinstance(refusal, ExchangeError)
    assert winner.full_name in str(refusal)
    assert case.submission.events.filter(verb="claim").count() == 1


def test_publishing_twice_at_once_makes_one_copy() -> None:
    case = verbs.claimed()
    outcomes = at_once(lambda: verbs.publish(case), lambda: verbs.publish(case))
    (refusal,) = errors(outcomes)
    assert isinstance(refusal, ExchangeError)
    verbs.is_published(case)


def test_the_form_sent_from_two_browsers_sends_once() -> None:
    case = verbs.published_article()
    clients = [logged_in(MINH, "th-an-binh") for _ in range(2)]
    address = f"/quan-tri/bai-da-gui/{case.page_id}/gui/"
    responses = at_once(*[lambda client=client: client.post(address, {"news_class": "news"}) for client in clients])
    assert [response.status_code for response in responses] == [302, 302]
    assert {response.url for response in responses} == {f"/quan-tri/bai-da-gui/{case.page_id}/"}
    verbs.is_sent(case)


def logged_in(email: str, code: str) -> Client:
    client = Client(headers={"host": f"{code}.localhost"})
    assert client.post("/quan-tri/dang-nhap/", {"email": email, "password": PASSWORD}).status_code == 302
    return client


def in_an_binh(act: Callable[[], Any]) -> Callable[[], Any]:
    def run() -> Any:
        with use_site(site_of("th-an-binh")):
            return act()

    return run


def assert_public_as_its_source(case: Case) -> None:
    """No row is open and no copy is up for a post that its unit does not show."""
    with use_site(site_of("th-an-binh")):
        is_live = Page.objects.live().filter(pk=case.page_id).exists()
    rows = Submission.objects.filter(sender=case.unit, page_id=case.page_id)
    with use_site(site_of("so-gddt")):
        copies = RepublishedPage.objects.live().filter(submission_uuid__in=list(rows.values_list("uuid", flat=True)))
        assert is_live or not copies.exists()
    assert is_live or not rows.exclude(state__in=[*FINAL, State.TAKEN_DOWN]).exists()


def test_a_post_unpublished_while_it_is_sent_is_not_left_open() -> None:
    """The unpublishing is under way, seen by nobody yet, when the post is sent: the sending waits and refuses."""
    case = verbs.published_article()
    outcomes: list[Any] = []
    sender = threading.Thread(target=lambda: outcomes.extend(at_once(lambda: verbs.send(case))))
    with use_site(site_of("th-an-binh")), transaction.atomic():
        case.article.unpublish()
        sender.start()
        wait_until_blocked(sender)
    sender.join(30)
    assert isinstance(outcomes[0], ExchangeError)
    assert_public_as_its_source(case)


def delete_source(case: Case) -> None:
    site = site_of("th-an-binh")
    user = account(MINH, site)
    with use_site(site):
        remove_pages(
            pages=[Page.objects.get(pk=case.page_id)],
            way=Way.DELETE,
            destination=None,
            user=user,
            reason=TakeDownReason.LEGAL,
            words="Có yêu cầu của cơ quan chức năng.",
            at=timezone.now(),
        )


@pytest.mark.parametrize("act", [verbs.take_down, delete_source])
def test_an_edit_and_a_take_down_of_one_post_wait_for_each_other_in_one_order(act: Callable[[Case], Any]) -> None:
    """The edit has changed the page and not yet reached the ledger when the other begins; neither is aborted."""
    case = verbs.on_the_portal()
    outcomes: list[Any] = []
    other = threading.Thread(target=lambda: outcomes.extend(at_once(lambda: act(case))))
    with use_site(site_of("th-an-binh")), transaction.atomic():
        page = case.article
        page.summary = "Tóm tắt đã sửa."
        revision = page.save_revision()
        other.start()
        wait_until_blocked(other)
        revision.publish()
    other.join(30)
    assert errors(outcomes) == []
    assert case.submission.state == State.TAKEN_DOWN
    assert_public_as_its_source(case)


def wait_until_blocked(thread: threading.Thread) -> None:
    """Return once another connection waits for a lock, or the thread is over without having waited."""
    blocked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    with maintenance() as cursor:
        while thread.is_alive():
            cursor.execute(blocked, [connection.settings_dict["NAME"]])
            if cursor.fetchone()[0]:
                return


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_post_taken_down_while_the_desk_publishes_it_is_not_left_up(round_: int) -> None:
    case = verbs.claimed()
    outcomes = at_once(lambda: verbs.publish(case), lambda: verbs.take_down(case))
    assert all(isinstance(error, ExchangeError) for error in errors(outcomes))
    assert_public_as_its_source(case)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_post_edited_while_it_is_taken_down_stays_consistent(round_: int) -> None:
    case = verbs.on_the_portal()

    def edit() -> None:
        page = Page.objects.get(pk=case.page_id).specific
        page.summary = f"Sửa lần {round_}"
        page.save_revision().publish()

    outcomes = at_once(in_an_binh(edit), lambda: verbs.take_down(case))
    assert all(isinstance(error, ExchangeError) for error in errors(outcomes))
    with use_site(site_of("th-an-binh")):
        is_live = case.article.live
    assert is_live or case.submission.state == State.TAKEN_DOWN
    assert_public_as_its_source(case)


def test_both_sides_take_down_at_once() -> None:
    case = verbs.on_the_portal()
    outcomes = at_once(lambda: verbs.take_down(case), lambda: verbs.take_down_on_portal(case))
    assert all(isinstance(error, ExchangeError) for error in errors(outcomes))
    assert case.submission.events.filter(verb="take_down").count() == 1
    verbs.is_taken_down_on_portal(case)
