"""The twins after a change of names and hosts, a suspension and a take-down; and what the portal shows of them."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from core.identity.actions.make_link import make_link
from core.identity.models import Identity, LinkPurpose
from sites.exchange.take_down import take_down_article
from sites.models import ArticlePage
from sites.questions.models import Question
from tenants.exchange.models import Submission
from tenants.exchange.states import TakeDownReason
from tenants.units.actions.change_host import change_host
from tenants.units.actions.change_unit import change_unit
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.hosts import host_cache
from tenants.units.models import Unit
from tenants.units.statuses import UnitStatus
from tests.factories.exchange import account
from tests.isolation.twin_walk import SEARCH, TYPED, addresses, answer_to, client_of, found_of
from tests.isolation.twins import Twin

PORTAL = "portal.localhost"
PORTAL_PAGES = ("/", "/thong-tin-tu-co-so/", "/thong-tin-tu-co-so/feed/", "/tin-tuc-su-kien/", "/feed/", "/danh-ba/")
NEW_NAME = "Trường Tiểu học Mới"


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


def pass_on_host(one: Twin, other: Twin) -> None:
    """One gets another host, and its former one is given to the other, which has a new name from now on."""
    former, at = one.host, timezone.now()
    for twin, host in ((one, "an-binh-moi.localhost"), (other, former)):
        change_host(unit=twin.site.unit, host=host, by=operator(), at=at)
    unit = Unit.objects.get(pk=other.site.unit_id)
    change_unit(unit=unit, facts=UnitFacts(code=unit.code, kind=unit.kind, name=NEW_NAME), by=operator(), at=at)
    host_cache.forget()


@pytest.mark.parametrize(("person", "is_kept"), [("anonymous", True), ("approver", False), ("both", False)])
def test_a_host_that_passed_to_the_twin_brings_nothing_along(
    twins: tuple[Twin, Twin], person: str, is_kept: bool, settings
) -> None:
    """Whoever was logged in on the host, or has a link to it, gets what its new owner shows to anybody."""
    settings.PAGE_CACHE = is_kept
    one, other = twins
    client = client_of(one, person)
    everything = addresses(*twins)
    for path in everything:
        answer_to(client, "get", path)
    pass_on_host(one, other)
    leaks = {}
    for path in everything:
        answer = answer_to(client, "get", path)
        if found := found_of(one, answer, path):
            leaks[path] = found
        if other.words.inner.encode() in answer.lower():
            leaks[path] = other.words.inner
    assert leaks == {}
    assert NEW_NAME in client.get("/").text.replace("&nbsp;", " ").replace("\xa0", " ")


def test_no_redirect_outlives_the_unit_that_gave_it(twins: tuple[Twin, Twin]) -> None:
    """A browser keeps a permanent redirect for ever unless it is told to ask again."""
    one, other = twins
    reader = Client(headers={"host": one.host})
    change_host(unit=one.site.unit, host="an-binh-moi.localhost", by=operator(), at=timezone.now())
    host_cache.forget()
    moved = reader.get("/tin-tuc/")
    assert (moved.status_code, moved["Location"]) == (301, "http://an-binh-moi.localhost/tin-tuc/")
    assert moved["Cache-Control"] == "no-cache"
    change_host(unit=other.site.unit, host=one.host, by=operator(), at=timezone.now())
    host_cache.forget()
    assert reader.get("/tin-tuc/").status_code == 200
    within = Client(headers={"host": one.host}).get("/cu/")  # the redirect each unit has, and a slash too few
    for answer in (within, reader.get("/tin-tuc")):
        assert (answer.status_code, answer["Cache-Control"]) == (301, "no-cache")


def test_a_link_of_the_first_opens_nothing_of_its_host_s_next_owner(twins: tuple[Twin, Twin]) -> None:
    """The link sets the password of its person, wherever it is opened, and lets nobody in; a code finds no question."""
    one, other = twins
    client, email = Client(headers={"host": one.host}), one.email("approver")
    secret = make_link(identity=Identity.objects.get(email=email), purpose=LinkPurpose.RESET, at=timezone.now())
    with use_site(one.site):
        question = Question.objects.first()
    followed = f"/hoi-dap/theo-doi/?ma={question.code}"
    assert question.text in client.get(followed).text
    pass_on_host(one, other)
    words = "nam sau bay tam chin"
    sent = client.post(f"/quan-tri/dat-mat-khau/{secret}/", {"new_password": words, "repeated": words})
    assert sent["Location"] == "/quan-tri/dang-nhap/"
    refused = client.post("/quan-tri/dang-nhap/", {"email": email, "password": words})
    assert other.words.any.encode() not in (refused.content + client.get("/quan-tri/", follow=True).content).lower()
    assert client.get("/quan-tri/").status_code == 302
    assert question.text not in client.get(followed).text
