"""What happens to a sent post when its source or its neighbors misbehave."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from sites.clock import tick
from sites.exchange.build_edition import EditionBuilder
from sites.exchange.publish_submission import accept_edition, publish_due, schedule_submission
from sites.exchange.take_down import restore_article, restore_copy, take_down_article, take_down_copy
from sites.models import ArticlePage, GoneAddress, RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import Side, State, TakeDownReason
from tenants.units.address import address_of
from tenants.units.context import use_site
from tests.factories.exchange import account, page_of, publish_post, send_post
from tests.factories.pages import make_article

MINH, DUNG = "minh@anbinh.example", "dung@so.example"
CONSENT_WORDS = "Phụ huynh rút đồng ý."


@pytest.fixture
def sent(an_binh) -> Submission:
    return send_post(an_binh, MINH)


@pytest.fixture
def published(sent, portal) -> Submission:
    publish_post(sent, portal)
    sent.refresh_from_db()
    return sent


def copy_is_live(submission, portal) -> bool:
    with use_site(portal):
        return RepublishedPage.objects.get(pk=submission.portal_page_id).live


def take_source_down(submission, site, reason=TakeDownReason.CONSENT) -> None:
    user = account(MINH, site)
    with use_site(site):
        take_down_article(
            page=ArticlePage.objects.get(pk=submission.page_id),
            user=user,
            reason=reason,
            words=CONSENT_WORDS,
            at=timezone.now(),
        )


def schedule(submission, portal) -> None:
    user, at = account(DUNG, portal), timezone.now()
    with use_site(portal):
        claim(submission_pk=submission.pk, actor=actor_of(user, Side.PORTAL), at=at)
        schedule_submission(submission_pk=submission.pk, user=user, publish_at=at + timedelta(hours=1), at=at)


def test_refused_scheduled_post_holds_up_no_other(sent, an_binh, portal) -> None:
    second = send_post(an_binh, MINH, "Ngày hội đọc sách")
    schedule(sent, portal)
    schedule(second, portal)
    sent.editions.all().delete()  # a row whose publication fails
    later = timezone.now() + timedelta(hours=2)
    with use_site(portal):
        assert publish_due(at=later) == 1
    second.refresh_from_db()
    assert second.state == State.PUBLISHED


def test_unit_whose_due_work_fails_holds_up_no_other(an_binh, phu_hoa) -> None:
    from tenants.units.context import current_site
    from tenants.units.due import remember, run_due_units
    from tenants.units.models import Due

    at = timezone.now()
    for site in (an_binh, phu_hoa):
        with use_site(site):
            remember(at=at)
    done = []

    def act() -> None:
        if current_site().pk == an_binh.pk:
            raise RuntimeError("a page that cannot be published")
        done.append(current_site().pk)

    assert run_due_units(at=at, act=act) == 1
    assert done == [phu_hoa.pk]
    assert list(Due.objects.values_list("site_id", flat=True)) == [an_binh.pk]


def test_desk_does_not_restore_what_its_source_has_lost_since(published, an_binh, portal) -> None:
    user = account(DUNG, portal)
    with use_site(portal):
        take_down_copy(
            submission_pk=published.pk, user=user, reason=TakeDownReason.OTHER, words=CONSENT_WORDS, at=timezone.now()
        )
    take_source_down(published, an_binh)
    with use_site(portal), pytest.raises(ExchangeError, match="Bài gốc"):
        restore_copy(submission_pk=published.pk, user=user, at=timezone.now())
    assert not copy_is_live(published, portal)


def test_desk_restores_while_the_source_is_public(published, portal) -> None:
    user = account(DUNG, portal)
    with use_site(portal):
        take_down_copy(
            submission_pk=published.pk, user=user, reason=TakeDownReason.OTHER, words=CONSENT_WORDS, at=timezone.now()
        )
        restore_copy(submission_pk=published.pk, user=user, at=timezone.now())
    assert copy_is_live(published, portal)


def test_restored_source_without_the_harm_does_not_bring_the_harm_back(published, an_binh, portal) -> None:
    """Consent withdrawn, the picture or name removed, the post shown again: the portal's old copy still has it."""
    take_source_down(published, an_binh)
    user = account(MINH, an_binh)
    with use_site(an_binh):
        page = page_of(published, an_binh)
        page.summary = "Tóm tắt không còn tên học sinh."
        page.save_revision()
        restore_article(page=page, user=user, at=timezone.now())
        assert page_of(published, an_binh).live
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN
    assert not copy_is_live(published, portal)
    pending = published.editions.get(status="pending")
    desk = account(DUNG, portal)
    with use_site(portal):
        accept_edition(submission_pk=published.pk, edition_pk=pending.pk, user=desk, at=timezone.now())
        assert RepublishedPage.objects.get().summary == "Tóm tắt không còn tên học sinh."
    published.refresh_from_db()
    assert published.state == State.PUBLISHED
    assert copy_is_live(published, portal)


def test_source_published_again_by_wagtails_own_button_brings_the_copy_back(published, an_binh, portal) -> None:
    with use_site(an_binh):
        page_of(published, an_binh).unpublish()
        page_of(published, an_binh).get_latest_revision().publish()
    published.refresh_from_db()
    assert published.state == State.PUBLISHED
    assert copy_is_live(published, portal)


def test_private_source_published_again_stays_off_the_portal(published, an_binh, portal) -> None:
    with use_site(an_binh):
        page = page_of(published, an_binh)
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
        page.save_revision().publish()
    assert not copy_is_live(published, portal)


@pytest.mark.parametrize("way", ["page", "section"])
def test_deleting_the_page_or_its_section_hides_the_copy(published, an_binh, portal, way) -> None:
    with use_site(an_binh):
        page = page_of(published, an_binh)
        (page if way == "page" else page.get_parent()).delete()
    assert not copy_is_live(published, portal)


def test_head_of_the_board_hears_of_every_take_down(published, an_binh, portal) -> None:
    take_source_down(published, an_binh, TakeDownReason.OUTDATED)
    assert Notice.objects.filter(unit=portal.unit, role="board_head").exists()


def test_private_page_taken_down_leaves_no_public_notice(an_binh) -> None:
    user = account(MINH, an_binh)
    with use_site(an_binh):
        page = make_article("Danh sách học sinh khó khăn")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        take_down_article(page=page, user=user, reason=TakeDownReason.OTHER, words=CONSENT_WORDS, at=timezone.now())
        assert not GoneAddress.objects.exists()


def test_link_to_a_private_page_does_not_travel_and_another_has_the_units_host(an_binh) -> None:
    with use_site(an_binh):
        private, public = make_article("Chỉ giáo viên đọc"), make_article("Ai cũng đọc")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        links = "".join(f'<a linktype="page" id="{page.pk}">đây</a> ' for page in (private, public))
        page = make_article("Có liên kết", body=[{"type": "paragraph", "value": f"<p>Đọc {links}</p>"}])
        (block,) = EditionBuilder(page).content().body
        assert private.slug not in block["value"]
        assert f'href="{address_of(an_binh, public.get_url())}"' in block["value"]


def test_text_outside_a_paragraph_stays_text(an_binh) -> None:
    with use_site(an_binh):
        target = make_article("Đích")
        value = f'&lt;b&gt; <a linktype="page" id="{target.pk}">đây</a>'
        page = make_article("Chữ trần", body=[{"type": "paragraph", "value": value}])
        assert EditionBuilder(page).content().body[0]["value"].startswith("&lt;b&gt;")


def test_clock_goes_on_in_units_when_a_scheduled_post_is_refused(sent, an_binh, portal) -> None:
    schedule(sent, portal)
    an_binh.unit.status = "suspended"
    an_binh.unit.save()
    tick(at=timezone.now() + timedelta(hours=2))
    sent.refresh_from_db()
    assert sent.state == State.SCHEDULED
