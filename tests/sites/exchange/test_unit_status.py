"""A unit is suspended, comes back, is closed: what readers find on its own site, on the portal and in the search."""

import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from core.identity.models import Identity
from sites.exchange.follow_unit import follow_unit_status
from sites.exchange.publish_submission import accept_edition, publish_submission
from sites.exchange.take_down import take_down_copy
from sites.models import GoneAddress, RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Event, Submission
from tenants.exchange.states import EditionStatus, Side, State, TakeDownReason
from tenants.registry.models import Entry, EntryState
from tenants.units.actions.set_status import StatusError, set_status
from tenants.units.context import use_site
from tenants.units.hosts import host_cache
from tenants.units.models import UnitSite
from tenants.units.models.trace import UnitTrace
from tenants.units.statuses import ARROWS, UnitStatus
from tests.factories.exchange import account, page_of, publish_post, send_post
from tests.support.network import site_of

MINH = "minh@anbinh.example"
REASON = "Tài khoản quản trị bị chiếm, đang xử lý."


@pytest.fixture
def published(an_binh: UnitSite, portal: UnitSite) -> Submission:
    submission = send_post(an_binh, MINH)
    publish_post(submission, portal)
    submission.refresh_from_db()
    return submission


def move(site: UnitSite, status: UnitStatus, reason: str = REASON) -> None:
    by = Identity.objects.get(email="sang@vanhanh.example")
    site.unit = set_status(unit=site.unit, status=status, reason=reason, by=by, at=timezone.now())
    host_cache.forget()


def portal_copy(submission: Submission, portal: UnitSite) -> RepublishedPage:
    with use_site(portal):
        return RepublishedPage.objects.get(pk=submission.portal_page_id)


def findable(site: UnitSite) -> set[str]:
    return set(Entry.objects.live().filter(unit=site.unit).values_list("title", flat=True))


def test_suspension_hides_everything_and_reactivation_brings_it_back(published, an_binh, portal, visitor) -> None:
    own, copies = findable(an_binh), findable(portal)
    before = portal_copy(published, portal)
    move(an_binh, UnitStatus.SUSPENDED)
    assert findable(an_binh) == set()
    assert published.title in copies - findable(portal)
    answer = visitor("th-an-binh").get("/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "3600")
    gone = visitor("so-gddt").get(published.portal_path)
    assert gone.status_code == 410
    assert published.title in gone.content.decode()
    published.refresh_from_db()
    assert published.state == State.PUBLISHED

    move(an_binh, UnitStatus.ACTIVE, "Đã đổi mật khẩu và kiểm tra xong.")
    assert (findable(an_binh), findable(portal)) == (own, copies)
    assert visitor("th-an-binh").get("/").status_code == 200
    assert visitor("so-gddt").get(published.portal_path).status_code == 200
    after = portal_copy(published, portal)
    assert (after.live_revision_id, after.has_unpublished_changes) == (before.live_revision_id, False)


def test_the_ledger_tells_nothing_of_a_suspension(published, an_binh) -> None:
    events = Event.objects.filter(submission=published).count()
    move(an_binh, UnitStatus.SUSPENDED)
    assert Event.objects.filter(submission=published).count() == events


def test_following_twice_changes_nothing_more(published, an_binh, portal) -> None:
    move(an_binh, UnitStatus.SUSPENDED)
    with use_site(portal):
        gone_at = GoneAddress.objects.get(path=published.portal_path).gone_at
    assert follow_unit_status(unit=an_binh.unit, at=timezone.now()) == 0
    with use_site(portal):
        assert GoneAddress.objects.get(path=published.portal_path).gone_at == gone_at


def test_a_text_the_desk_was_writing_does_not_come_up_with_the_unit(published, an_binh, portal, visitor) -> None:
    with use_site(portal):
        draft = RepublishedPage.objects.get(pk=published.portal_page_id)
        draft.title = "Tiêu đề đang viết dở"
        draft.save_revision()
    move(an_binh, UnitStatus.SUSPENDED)
    move(an_binh, UnitStatus.ACTIVE)
    assert portal_copy(published, portal).title == published.title
    assert "viết dở" not in visitor("so-gddt").get(published.portal_path).content.decode()


def test_the_desk_cannot_bring_a_hidden_copy_back_by_accepting_an_edition(published, an_binh, portal) -> None:
    user, desk = account(MINH, an_binh), account("dung@so.example", portal)
    with use_site(an_binh):
        page = page_of(published, an_binh)
        page.title = "Trồng 500 cây xanh, thêm ảnh"
        page.save_revision(user=user).publish(user=user)
    edition = published.editions.get(status=EditionStatus.PENDING)
    move(an_binh, UnitStatus.SUSPENDED)
    with use_site(portal), pytest.raises(ExchangeError, match="đang tạm dừng"):
        accept_edition(submission_pk=published.pk, edition_pk=edition.pk, user=desk, at=timezone.now())
    assert not portal_copy(published, portal).live


def test_a_copy_taken_down_while_its_unit_rests_is_gone_for_good(published, an_binh, portal, visitor) -> None:
    """The post was hidden already, its text kept for the unit's return: a legal reason ends that as well."""
    move(an_binh, UnitStatus.SUSPENDED)
    with use_site(portal):
        words = "Theo văn bản của cơ quan quản lý thông tin."
        desk, reason = account("dung@so.example", portal), TakeDownReason.LEGAL
        take_down_copy(submission_pk=published.pk, user=desk, reason=reason, words=words, at=timezone.now())
    for status in (None, UnitStatus.ACTIVE):
        if status:
            move(an_binh, status)
        entry = Entry.objects.get(unit=portal.unit, object_type="republished", object_id=published.portal_page_id)
        assert (entry.state, entry.title, entry.document) == (EntryState.GONE, "", {})
        gone = visitor("so-gddt").get(published.portal_path)
        assert gone.status_code == 410
        assert "theo quy định của pháp luật" in gone.text.lower()
        assert published.title not in gone.text
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN
    assert not portal_copy(published, portal).live


def test_closing_keeps_the_posts_and_ends_the_work(published, an_binh, portal, visitor) -> None:
    move(an_binh, UnitStatus.CLOSED, "Sáp nhập theo quyết định của tỉnh.")
    assert an_binh.unit.closed_date is not None
    assert portal_copy(published, portal).live
    assert visitor("th-an-binh").get("/").status_code == 200
    assert not an_binh.unit.effect.may_log_in


def test_posts_of_other_units_stay(published, phu_hoa, portal) -> None:
    move(phu_hoa, UnitStatus.SUSPENDED)
    assert portal_copy(published, portal).live


@pytest.mark.parametrize("before", UnitStatus)
@pytest.mark.parametrize("after", UnitStatus)
def test_statuses_change_along_the_arrows_only(phu_hoa, before: UnitStatus, after: UnitStatus) -> None:
    phu_hoa.unit.status = before
    phu_hoa.unit.save()
    traces = UnitTrace.objects.filter(unit=phu_hoa.unit).count()
    if before == after or after in ARROWS[before]:
        move(phu_hoa, after)
        assert UnitTrace.objects.filter(unit=phu_hoa.unit).count() == traces + (before != after)
    else:
        with pytest.raises(StatusError, match="không chuyển sang"):
            move(phu_hoa, after)


def test_a_post_published_at_the_same_moment_sees_the_suspension(own_database) -> None:
    an_binh, portal = site_of("th-an-binh"), site_of("so-gddt")
    submission = send_post(an_binh, MINH)
    desk, outcome = account("dung@so.example", portal), []

    def publish() -> None:
        try:
            with use_site(portal):
                publish_submission(submission_pk=submission.pk, user=desk, at=timezone.now())
        except ExchangeError as refusal:
            outcome.append(str(refusal))
        finally:
            connection.close()

    with use_site(portal):
        claim(submission_pk=submission.pk, actor=actor_of(desk, Side.PORTAL), at=timezone.now())
    racer = threading.Thread(target=publish)
    with transaction.atomic():
        move(an_binh, UnitStatus.SUSPENDED)
        racer.start()
        while racer.is_alive() and not somebody_waits():
            pass
    racer.join(timeout=20)
    assert outcome == ["Đơn vị gửi bài đang tạm dừng nên chưa đăng được bài của đơn vị."]


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def test_a_status_needs_a_reason(an_binh) -> None:
    with pytest.raises(StatusError, match="Lý do cần từ 10"):
        move(an_binh, UnitStatus.SUSPENDED, "  vì thế  ")
    an_binh.unit.refresh_from_db()
    assert an_binh.unit.status == UnitStatus.ACTIVE
