"""The twins after a suspension and a take-down, and what the portal shows of them."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from core.identity.models import Identity
from sites.exchange.take_down import take_down_article
from sites.models import ArticlePage
from tenants.exchange.models import Submission
from tenants.exchange.states import TakeDownReason
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.hosts import host_cache
from tenants.units.models import Unit
from tenants.units.statuses import UnitStatus
from tests.factories.exchange import account
from tests.isolation.twin_walk import SEARCH, TYPED, addresses, answer_to, client_of
from tests.isolation.twins import Twin

PORTAL = "portal.localhost"
PORTAL_PAGES = ("/", "/thong-tin-tu-co-so/", "/thong-tin-tu-co-so/feed/", "/tin-tuc-su-kien/", "/feed/", "/danh-ba/")


def operator() -> Identity:
    return Identity.objects.get(email="sang@vanhanh.example")


def suspend(twin: Twin) -> None:
    reason = "Tài khoản quản trị bị chiếm, đang xử lý."
    unit = Unit.objects.get(pk=twin.site.unit_id)
    set_status(unit=unit, status=UnitStatus.SUSPENDED, reason=reason, by=operator(), at=timezone.now())
    host_cache.forget()


def taken_post(twin: Twin) -> Submission:
    return Submission.objects.get(sender=twin.site.unit, state__in=("published", "taken_down"))


def take_down(twin: Twin) -> None:
    user = account(twin.email("approver"), twin.site)
    with use_site(twin.site):
        page = ArticlePage.objects.get(pk=taken_post(twin).page_id)
        words = "Phụ huynh đề nghị bỏ ảnh của con."
        take_down_article(page=page, user=user, reason=TakeDownReason.CONSENT, words=words, at=timezone.now())


def portal_answers(twins: tuple[Twin, Twin]) -> dict[str, bytes]:
    """Return address → what an anonymous reader of the portal gets there, in lower case and without the address."""
    reader = Client(headers={"host": PORTAL})
    paths = [*PORTAL_PAGES, *(taken_post(twin).portal_path for twin in twins), *addresses(*twins)]
    return {path: answer_to(reader, "get", path).lower().replace(path.encode(), b"") for path in dict.fromkeys(paths)}


def words_in(answer: bytes, twin: Twin) -> set[str]:
    return {match.decode() for match in re.findall(rb"%b[a-z]*" % twin.words.any.encode(), answer)}


def test_the_portal_shows_what_it_published_and_finds_what_is_open(twins: tuple[Twin, Twin]) -> None:
    shown: dict[str, set[str]] = {twin.host: set() for twin in twins}
    for path, answer in portal_answers(twins).items():
        for twin in twins:
            allowed = {twin.words.open, twin.words.taken} if path.startswith(SEARCH) else {twin.words.taken}
            found = words_in(answer, twin)
            # The copy tells what the units wrote into it, pictures and files included: these carry the open word.
            if path == taken_post(twin).portal_path:
                allowed.add(twin.words.open)
            assert found <= allowed, path
            shown[twin.host] |= found
    assert all(twin.words.taken in shown[twin.host] for twin in twins)


@pytest.mark.parametrize("hide", [suspend, take_down], ids=["suspended", "taken down"])
def test_what_is_hidden_is_gone_from_the_portal_and_its_twin_stays(twins: tuple[Twin, Twin], hide) -> None:
    one, other = twins
    portal_answers(twins)  # fills whatever is kept
    hide(one)
    answers = portal_answers(twins)
    still_there = [path for path, answer in answers.items() if one.words.taken in words_in(answer, one)]
    # The notice that stands where the copy was names it, unless the very title does harm.
    assert still_there == ([taken_post(one).portal_path] if hide is suspend else [])
    assert other.words.taken in words_in(answers["/thong-tin-tu-co-so/"], other)


def test_a_suspended_unit_shows_its_readers_nothing_and_its_twin_all(twins: tuple[Twin, Twin]) -> None:
    one, other = twins
    suspend(one)
    readers = [client_of(twin, "anonymous") for twin in twins]
    answers = [[answer_to(reader, "get", path).lower() for path in one.paths + TYPED] for reader in readers]
    assert [words_in(answer, one) for answer in answers[0] if words_in(answer, one)] == []
    assert sum(bool(words_in(answer, other)) for answer in answers[1]) > len(one.paths) / 3
