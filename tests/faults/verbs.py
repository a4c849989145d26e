"""The five verbs whose steps are killed: how each is set up, done, and recognized as done exactly once."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from core.accounts.models import User
from core.identity.models import Identity
from core.media import exchange_store
from core.media.intake import accept_image
from core.media.models import UnitImage
from sites.exchange.publish_submission import accept_edition, publish_submission
from sites.exchange.send_article import send_article
from sites.exchange.take_down import take_down_article, take_down_copy
from sites.models import ArticlePage, GoneAddress, RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import EditionStatus, NewsClass, Side, State, TakeDownReason
from tenants.memberships.accounts import open_account
from tenants.registry.models import Entry, EntryState, OutboxRow
from tenants.units.actions.provision_site import provision_site
from tenants.units.context import use_site
from tenants.units.models import Domain, Unit, UnitSite
from tests.core.media.samples import image_bytes, noise, upload
from tests.factories.pages import make_article
from tests.support.network import make_unit, site_of

MINH, DUNG = "minh@anbinh.example", "dung@so.example"
WORDS = "Phụ huynh yêu cầu gỡ theo luật."
_numbers = count(1)


@dataclass
class Case:
    """One post, or one unit to be made, that a verb is tried on."""

    unit: Unit
    request_id: uuid.UUID | None = None
    page_id: int = 0
    image_hash: str = ""

    @property
    def host(self) -> str:
        return f"{self.unit.code}.localhost"

    @property
    def article(self) -> ArticlePage:
        return ArticlePage.objects.get(pk=self.page_id)

    @property
    def submission(self) -> Submission:
        return Submission.objects.get(sender=self.unit, page_id=self.page_id)


def account(email: str, site: UnitSite) -> User:
    with use_site(site):
        user = open_account(identity=Identity.objects.get(email=email), unit=site.unit)
    assert user is not None
    return user


# Setting up


def new_school() -> Case:
    number = next(_numbers)
    unit = make_unit(f"th-{number}", "tieu-hoc", f"Trường Tiểu học Số {number}")
    return Case(unit=unit, request_id=uuid.uuid4())


def published_article() -> Case:
    """An article of An Bình with a picture nobody else has."""
    site = site_of("th-an-binh")
    with use_site(site):
        file = accept_image(upload("anh.jpg", image_bytes(noise(320 + next(_numbers), 200), "JPEG")))
        image = UnitImage.objects.create(title="Sân trường", faces="no_faces", file=file)
        body = [{"type": "image", "value": {"image": {"image": image.pk, "alt_text": "Sân", "decorative": False}}}]
        page = make_article(cover_image=image, body=body)
    return Case(unit=site.unit, page_id=page.pk, image_hash=image.content_hash)


def claimed() -> Case:
    case = published_article()
    send(case)
    portal = site_of("so-gddt")
    with use_site(portal):
        claim(
            submission_pk=case.submission.pk,
            actor=actor_of(account(DUNG, portal), Side.PORTAL),
            at=timezone.now(),
        )
    return case


def on_the_portal() -> Case:
    case = claimed()
    publish(case)
    return case


def with_pending_edition() -> Case:
    case = on_the_portal()
    with use_site(site_of("th-an-binh")):
        article = case.article
        article.summary = "Bản sửa của đơn vị."
        article.save_revision().publish()
    return case


# Doing


def provision(case: Case) -> None:
    provision_site(unit=case.unit, host=case.host, request_id=case.request_id, at=timezone.now())


def send(case: Case) -> None:
    site = site_of("th-an-binh")
    with use_site(site):
        user = account(MINH, site)
        send_article(page=case.article, user=user, news_class=NewsClass.NEWS, at=timezone.now())


def publish(case: Case) -> None:
    portal = site_of("so-gddt")
    with use_site(portal):
        user = account(DUNG, portal)
        publish_submission(submission_pk=case.submission.pk, user=user, at=timezone.now())


def accept(case: Case) -> None:
    portal = site_of("so-gddt")
    submission = case.submission
    edition = submission.editions.get(number=2)
    with use_site(portal):
        user = account(DUNG, portal)
        accept_edition(submission_pk=submission.pk, edition_pk=edition.pk, user=user, at=timezone.now())


def take_down(case: Case) -> None:
    site = site_of("th-an-binh")
    with use_site(site):
        user = account(MINH, site)
        take_down_article(page=case.article, user=user, reason=TakeDownReason.LEGAL, words=WORDS, at=timezone.now())


def take_down_on_portal(case: Case) -> None:
    portal = site_of("so-gddt")
    with use_site(portal):
        user = account(DUNG, portal)
        take_down_copy(
            submission_pk=case.submission.pk, user=user, reason=TakeDownReason.LEGAL, words=WORDS, at=timezone.now()
        )


# Done, once


def is_provisioned(case: Case) -> None:
    site = UnitSite.objects.get(unit=case.unit)
    assert Domain.objects.filter(tenant=site).count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'")
        schemas = {row[0] for row in cursor.fetchall()}
    assert schemas == set(UnitSite.objects.values_list("schema_name", flat=True))
    with use_site(site):
        assert Page.objects.filter(depth=2).count() == 1


def is_sent(case: Case) -> None:
    submission = case.submission
    assert submission.state == State.SUBMITTED
    assert submission.editions.count() == submission.events.filter(verb="send").count() == 1
    assert Notice.objects.filter(submission=submission, role="desk").count() == 1
    assert exchange_store.exists(case.image_hash)


def is_published(case: Case) -> None:
    submission = case.submission
    assert submission.state == State.PUBLISHED
    assert submission.events.filter(verb="publish").count() == 1
    with use_site(site_of("so-gddt")):
        copy = RepublishedPage.objects.get(submission_uuid=submission.uuid)
        image = UnitImage.objects.get(content_hash=case.image_hash)
        assert copy.live
        assert copy.pk == submission.portal_page_id
        assert image.is_public
        with image.file.open("rb") as stored:
            assert stored.read(2) == b"\xff\xd8"
    entry = Entry.objects.live().get(unit=submission.receiver, object_type="republished", object_id=copy.pk)
    assert OutboxRow.objects.filter(entry=entry, version=entry.version).count() == 1


def is_accepted(case: Case) -> None:
    submission = case.submission
    assert list(submission.editions.order_by("number").values_list("status", flat=True)) == [
        EditionStatus.SET_ASIDE,
        EditionStatus.ACCEPTED,
    ]
    assert submission.events.filter(verb="accept_edition").count() == 1
    with use_site(site_of("so-gddt")):
        assert RepublishedPage.objects.get(pk=submission.portal_page_id).summary == "Bản sửa của đơn vị."
    assert Entry.objects.live().filter(object_type="republished", object_id=submission.portal_page_id).count() == 1


def is_taken_down(case: Case) -> None:
    with use_site(site_of("th-an-binh")):
        article = case.article
        assert not article.live
        assert GoneAddress.objects.filter(path=article.get_url()).count() == 1
        assert not UnitImage.objects.get(content_hash=case.image_hash).is_public
    is_taken_down_on_portal(case)
    assert Entry.objects.get(unit=case.unit, object_type="article", object_id=case.page_id).state == EntryState.GONE


def is_taken_down_on_portal(case: Case) -> None:
    submission = case.submission
    assert submission.state == State.TAKEN_DOWN
    assert submission.events.filter(verb="take_down").count() == 1
    with use_site(site_of("so-gddt")):
        copy = RepublishedPage.objects.get(pk=submission.portal_page_id)
        assert not copy.live
        assert GoneAddress.objects.filter(path=submission.portal_path).count() == 1
        assert not UnitImage.objects.get(content_hash=case.image_hash).is_public
    entry = Entry.objects.get(object_type="republished", object_id=copy.pk)
    assert entry.state == EntryState.GONE


@dataclass(frozen=True)
class Verb:
    """refusal: what doing it again raises; None when the second time gives the first result."""

    stage: Callable[[], Case]
    act: Callable[[Case], Any]
    is_done: Callable[[Case], None]
    refusal: type[Exception] | None = ExchangeError


VERBS = {
    "provision": Verb(new_school, provision, is_provisioned, refusal=None),
    "send": Verb(published_article, send, is_sent, refusal=None),
    "publish": Verb(claimed, publish, is_published),
    "accept": Verb(with_pending_edition, accept, is_accepted),
    "take_down": Verb(on_the_portal, take_down, is_taken_down),
    "take_down_on_portal": Verb(on_the_portal, take_down_on_portal, is_taken_down_on_portal),
}
