"""A change is seen on every page at once, also in a process that did not make it."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.media.models import UnitImage
from core.media.sizes import SPECS
from core.media.tasks import make_renditions
from sites.clock import tick
from sites.exchange.take_down import take_down_article
from sites.models import ArticlePage
from tenants.exchange.states import TakeDownReason
from tenants.units import pulse
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tenants.units.pulse import pulses
from tenants.units.statuses import UnitStatus
from tests.factories.exchange import account, publish_post, send_post
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

pytestmark = pytest.mark.django_db
MINH = "minh@anbinh.example"
LISTS = ("/", "/tin-tuc/", "/feed/", "/tin-tuc/feed/")
TITLE = "Trồng cây đầu năm học"
AIM_SECONDS = 0.095
SIZED = ".webpquality-"  # in the names of a picture's sizes


def shows(reader: Client, address: str, words: str = TITLE) -> bool:
    answer = reader.get(address)
    return answer.status_code == 200 and words in answer.text


def address_of(article: ArticlePage) -> str:
    return f"/tin-tuc/{article.slug}/"


@pytest.fixture
def article(an_binh: UnitSite, reader: Client) -> ArticlePage:
    """A published article that readers have seen everywhere."""
    with use_site(an_binh):
        page = make_article(TITLE)
    assert all(shows(reader, address) for address in (*LISTS, address_of(page)))
    return page


def test_published_article_shows_everywhere(an_binh: UnitSite, reader: Client) -> None:
    assert not any(shows(reader, address) for address in LISTS)
    with use_site(an_binh):
        address = make_article(TITLE).get_url()
    assert all(shows(reader, place) for place in (*LISTS, address))


def test_article_taken_down_is_gone_everywhere(article: ArticlePage, an_binh: UnitSite, reader: Client) -> None:
    user = account(MINH, an_binh)
    with use_site(an_binh):
        take_down_article(
            page=article, user=user, reason=TakeDownReason.CONSENT, words="Phụ huynh rút lại.", at=timezone.now()
        )
    assert reader.get(address_of(article)).status_code == 410
    assert not any(shows(reader, address) for address in LISTS)


@pytest.mark.parametrize("change", ["unpublish", "delete"])
def test_article_that_goes_is_gone_everywhere(
    change: str, article: ArticlePage, an_binh: UnitSite, reader: Client
) -> None:
    address = address_of(article)
    with use_site(an_binh):
        getattr(article, change)()
    assert reader.get(address).status_code == 410
    assert not any(shows(reader, place) for place in LISTS)


def test_article_made_private_is_asked_for(article: ArticlePage, an_binh: UnitSite, reader: Client) -> None:
    with use_site(an_binh):
        PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert reader.get(address_of(article)).status_code == 302
    assert not any(shows(reader, address) for address in LISTS)


def test_sizes_of_a_picture_show_as_soon_as_the_worker_has_made_them(an_binh: UnitSite, reader: Client) -> None:
    with use_site(an_binh):
        image = make_image()
        address = make_article(TITLE, cover_image=image).get_url()
    assert not shows(reader, address, SIZED)
    with use_site(an_binh):
        make_renditions.func(image_id=image.pk, specs=list(SPECS))
    assert shows(reader, address, SIZED)


def test_what_is_due_is_seen_with_the_tick(article: ArticlePage, an_binh: UnitSite, reader: Client) -> None:
    at = timezone.now()
    with use_site(an_binh):
        article.expire_at = at + timedelta(minutes=1)
        article.save_revision().publish()
        ArticlePage.objects.update(expire_at=at - timedelta(minutes=1))
        assert shows(reader, "/tin-tuc/")
    tick(at=at + timedelta(minutes=2))
    assert reader.get(address_of(article)).status_code == 410
    assert not any(shows(reader, address) for address in LISTS)


def test_suspended_unit_answers_nothing_from_memory(article: ArticlePage, an_binh: UnitSite, reader: Client) -> None:
    unit = set_status(
        unit=an_binh.unit, status=UnitStatus.SUSPENDED, reason="Sửa chữa máy chủ.", by=None, at=timezone.now()
    )
    assert reader.get("/").status_code == 503
    set_status(unit=unit, status=UnitStatus.ACTIVE, reason="Đã sửa chữa xong.", by=None, at=timezone.now())
    assert shows(reader, "/")


def test_what_the_portal_takes_over_shows_on_the_portal(
    an_binh: UnitSite, portal: UnitSite, visitor: Callable[[str], Client]
) -> None:
    reader = visitor("so-gddt")
    assert not shows(reader, "/thong-tin-tu-co-so/")
    publish_post(send_post(an_binh, MINH, TITLE), portal)
    assert shows(reader, "/thong-tin-tu-co-so/")
    assert shows(reader, "/thong-tin-tu-co-so/feed/")


def test_change_of_the_portal_makes_pages_of_units_anew(portal: UnitSite, reader: Client, is_kept: Any) -> None:
    """Registers of units list the Sở's documents; homes of offices its news."""
    assert is_kept(reader, "/van-ban-cong-van/")
    with use_site(portal):
        make_article("Tin của Sở")
    assert _is_made_anew(reader, "/van-ban-cong-van/")


def test_change_of_another_school_leaves_pages_kept(phu_hoa: UnitSite, reader: Client, is_kept: Any) -> None:
    assert is_kept(reader, "/")
    before = reader.get("/")["ETag"]
    with use_site(phu_hoa):
        make_article("Tin của Phú Hòa")
    assert is_kept(reader, "/")
    assert reader.get("/")["ETag"] == before


def test_changed_picture_makes_pages_anew(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        image = make_image()
        before = _generation(an_binh)
        image.description = "Học sinh trồng cây"
        image.save()
        assert _generation(an_binh) > before
        UnitImage.objects.get(pk=image.pk).delete()
        assert _generation(an_binh) > before + 1


def test_change_of_another_process_is_seen_in_time(
    an_binh: UnitSite, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the process that did not publish: nothing tells it, it finds out."""
    for address in LISTS:
        reader.get(address)
    monkeypatch.setattr(pulses, "forget", lambda: None)
    with use_site(an_binh):
        address = make_article(TITLE).get_url()
    started = time.monotonic()
    while not all(shows(reader, place) for place in (*LISTS, address)):
        assert time.monotonic() - started < 5
    assert pulse.PULSE_SECONDS < AIM_SECONDS


def test_change_and_its_mark_are_one_transaction(an_binh: UnitSite, reader: Client) -> None:
    """A process killed before the commit leaves neither; tests/faults kills it at every step."""
    before = _generation(an_binh)
    with transaction.atomic(), use_site(an_binh):
        make_article(TITLE)
        assert _generation(an_binh) > before
        transaction.set_rollback(True)
    assert _generation(an_binh) == before
    assert not shows(reader, "/tin-tuc/")


def _generation(site: UnitSite) -> int:
    return UnitSite.objects.values_list("generation", flat=True).get(pk=site.pk)


def _is_made_anew(reader: Client, address: str) -> bool:
    """Return whether more was asked than the pulse."""
    with CaptureQueriesContext(connection) as queries:
        reader.get(address)
    return len(queries) > 1
