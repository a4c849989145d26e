"""The main job on the model level: write, send, publish, find, take down. The browser test does the same with hands."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.accounts.models import User
from core.identity.models import Identity
from sites.exchange.publish_submission import accept_edition, publish_submission
from sites.exchange.send_article import send_article
from sites.exchange.take_down import restore_article, take_down_article
from sites.models import ArticlePage, GoneAddress, RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import NewsClass, Side, State, TakeDownReason
from tenants.memberships.accounts import open_account
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tests.factories.pages import make_article


def account(email: str, site) -> User:
    with use_site(site):
        user = open_account(identity=Identity.objects.get(email=email), unit=site.unit)
        assert user is not None
        return user


@pytest.fixture
def sent(an_binh) -> Submission:
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh):
        return send_article(page=make_article(), user=user, news_class=NewsClass.NEWS, at=timezone.now())


@pytest.fixture
def published(sent, portal) -> Submission:
    user = account("dung@so.example", portal)
    with use_site(portal):
        claim(submission_pk=sent.pk, actor=actor_of(user, Side.PORTAL), at=timezone.now())
        publish_submission(submission_pk=sent.pk, user=user, at=timezone.now())
    sent.refresh_from_db()
    return sent


def copy(portal) -> RepublishedPage:
    with use_site(portal):
        return RepublishedPage.objects.get()


def test_send_twice_makes_one_row(sent, an_binh) -> None:
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh):
        again = send_article(page=ArticlePage.objects.get(), user=user, news_class=NewsClass.NEWS, at=timezone.now())
    assert again.pk == sent.pk
    assert sent.editions.count() == 1


def test_edition_keeps_the_name_of_that_time(published, portal, an_binh) -> None:
    page = copy(portal)
    assert page.live
    assert page.unit_name == "Trường Tiểu học An Bình"
    assert page.source_url.startswith("http://th-an-binh.localhost")
    assert "/thong-tin-tu-co-so/" in published.portal_path
    an_binh.unit.name = "Trường Tiểu học Số 1 An Bình"
    an_binh.unit.save()
    assert copy(portal).unit_name == "Trường Tiểu học An Bình"


def test_copy_names_what_the_unit_itself_had_quoted(an_binh, portal, visitor) -> None:
    with use_site(an_binh):
        page = make_article(
            source_name="Báo Quảng Trị",
            source_url="https://bao.example/le-hoi",
            source_published_at="2026-11-20T08:00+07:00",
        )
        user = account("minh@anbinh.example", an_binh)
        row = send_article(page=page, user=user, news_class=NewsClass.NEWS, at=timezone.now())
    user = account("dung@so.example", portal)
    with use_site(portal):
        claim(submission_pk=row.pk, actor=actor_of(user, Side.PORTAL), at=timezone.now())
        path = publish_submission(submission_pk=row.pk, user=user, at=timezone.now()).get_url()
    shown = visitor("so-gddt").get(path).text
    assert 'href="https://bao.example/le-hoi"' in shown
    assert "20/11/2026" in shown


def test_published_copy_answers_on_the_portal(published, visitor) -> None:
    response = visitor("so-gddt").get(published.portal_path)
    assert response.status_code == 200
    assert "Trường Tiểu học An Bình" in response.content.decode()


def test_publishing_writes_the_registry_of_both(published, an_binh, portal) -> None:
    live = Entry.objects.live()
    assert live.filter(unit=an_binh.unit, object_type="article").count() == 1
    copy = live.get(unit=portal.unit, object_type="republished")
    assert copy.original == live.get(unit=an_binh.unit, object_type="article", object_id=published.page_id)


def test_legal_take_down_hides_everything_at_once(published, an_binh, portal, visitor) -> None:
    article_path = published.path
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh):
        take_down_article(
            page=ArticlePage.objects.get(),
            user=user,
            reason=TakeDownReason.LEGAL,
            words="Phụ huynh yêu cầu theo luật.",
            at=timezone.now(),
        )
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN
    for code, path in (("th-an-binh", article_path), ("so-gddt", published.portal_path)):
        response = visitor(code).get(path)
        assert response.status_code == 410, code
        assert "Trồng 500 cây" not in response.content.decode()
    assert not Entry.objects.live().filter(object_type__in=["article", "republished"]).exists()
    assert Notice.objects.filter(unit=portal.unit, role="board_head").exists()


def test_outdated_take_down_leaves_the_copy_to_the_desk(published, an_binh, portal) -> None:
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh):
        take_down_article(
            page=ArticlePage.objects.get(),
            user=user,
            reason=TakeDownReason.OUTDATED,
            words="Thông tin đã cũ rồi.",
            at=timezone.now(),
        )
    assert copy(portal).live
    published.refresh_from_db()
    assert published.state == State.PUBLISHED
    assert published.events.filter(verb="source_gone").exists()


@pytest.mark.parametrize("way", ["unpublish", "delete", "expire"])
def test_other_ways_of_going_away_hide_the_copy_too(published, an_binh, portal, way: str) -> None:
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        if way == "delete":
            page.delete()
        elif way == "unpublish":
            page.unpublish()
        else:
            from django.core.management import call_command

            ArticlePage.objects.update(expire_at=timezone.now() - timedelta(minutes=1))
            call_command("publish_scheduled")
    assert not copy(portal).live
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN


def test_privacy_hides_the_copy_too(published, an_binh, portal) -> None:
    from wagtail.models import PageViewRestriction

    with use_site(an_binh):
        PageViewRestriction.objects.create(page=ArticlePage.objects.get(), restriction_type=PageViewRestriction.LOGIN)
    assert not copy(portal).live


def test_only_the_side_that_took_down_may_restore(published, an_binh, portal) -> None:
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        take_down_article(
            page=page, user=user, reason=TakeDownReason.CONSENT, words="Phụ huynh rút đồng ý.", at=timezone.now()
        )
        restore_article(page=ArticlePage.objects.get(), user=user, at=timezone.now())
        assert ArticlePage.objects.get().live
        assert not GoneAddress.objects.exists()
    assert copy(portal).live
    published.refresh_from_db()
    assert published.state == State.PUBLISHED


def test_a_changed_source_waits_as_a_difference(published, an_binh, portal) -> None:
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        page.summary = "Bản sửa sau khi Sở đăng."
        page.save_revision().publish()
    assert published.editions.get(status="pending").content["summary"] == "Bản sửa sau khi Sở đăng."
    assert copy(portal).summary != "Bản sửa sau khi Sở đăng."


def test_send_refuses_a_draft(an_binh) -> None:
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh), pytest.raises(ExchangeError, match="Hãy đăng bài trước"):
        send_article(page=make_article(live=False), user=user, news_class=NewsClass.NEWS, at=timezone.now())


def test_send_refuses_for_a_suspended_unit(an_binh) -> None:
    user = account("minh@anbinh.example", an_binh)
    an_binh.unit.status = "suspended"
    an_binh.unit.save()
    with use_site(an_binh), pytest.raises(ExchangeError, match="tạm dừng"):
        send_article(page=make_article(), user=user, news_class=NewsClass.NEWS, at=timezone.now())


def test_professional_post_needs_a_board_member(sent, portal) -> None:
    from tenants.exchange.actions.route import approve, route, set_class
    from tenants.units.models import Unit

    desk, member = account("dung@so.example", portal), account("mai@so.example", portal)
    with use_site(portal):
        at = timezone.now()
        claim(submission_pk=sent.pk, actor=actor_of(desk, Side.PORTAL), at=at)
        set_class(submission_pk=sent.pk, news_class=NewsClass.PROFESSIONAL, actor=actor_of(desk, Side.PORTAL), at=at)
        with pytest.raises(ExchangeError, match="Ban Biên tập duyệt trước"):
            publish_submission(submission_pk=sent.pk, user=desk, at=at)
        route(submission_pk=sent.pk, room=Unit.objects.get(code="p-gdpt"), actor=actor_of(desk, Side.PORTAL), at=at)
        with pytest.raises(ExchangeError, match="Chỉ thành viên"):
            approve(submission_pk=sent.pk, actor=actor_of(desk, Side.PORTAL), at=at)
        approve(submission_pk=sent.pk, actor=actor_of(member, Side.PORTAL), at=at)
        publish_submission(submission_pk=sent.pk, user=desk, at=at)
    sent.refresh_from_db()
    assert sent.state == State.PUBLISHED


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_an_address_that_was_public_answers_410_however_it_went(published, an_binh, visitor, way: str) -> None:
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        page.delete() if way == "delete" else page.unpublish()
    assert visitor("th-an-binh").get(published.path).status_code == 410
    assert visitor("so-gddt").get(published.portal_path).status_code == 410


def test_a_new_slug_of_a_section_corrects_the_canonical_address(published, an_binh, portal) -> None:
    with use_site(an_binh):
        section = ArticlePage.objects.get().get_parent().specific
        section.slug = "tin-moi"
        section.save_revision().publish()
    published.refresh_from_db()
    assert published.path.startswith("/tin-moi/")
    assert "/tin-moi/" in copy(portal).source_url


def test_lifted_privacy_brings_the_copy_back(published, an_binh, portal) -> None:
    from wagtail.models import PageViewRestriction

    with use_site(an_binh):
        restriction = PageViewRestriction.objects.create(
            page=ArticlePage.objects.get(), restriction_type=PageViewRestriction.LOGIN
        )
    assert not copy(portal).live
    with use_site(an_binh):
        restriction.delete()
    assert copy(portal).live


def test_a_source_changed_in_the_queue_is_published_as_it_is_now(sent, an_binh, portal) -> None:
    _change_source(an_binh, "Bản sửa khi còn trong hàng chờ.")
    desk = account("dung@so.example", portal)
    with use_site(portal):
        claim(submission_pk=sent.pk, actor=actor_of(desk, Side.PORTAL), at=timezone.now())
        publish_submission(submission_pk=sent.pk, user=desk, at=timezone.now())
    assert copy(portal).summary == "Bản sửa khi còn trong hàng chờ."


def test_a_source_changed_in_hand_is_not_published_unread(sent, an_binh, portal) -> None:
    desk = account("dung@so.example", portal)
    with use_site(portal):
        claim(submission_pk=sent.pk, actor=actor_of(desk, Side.PORTAL), at=timezone.now())
    _change_source(an_binh, "Bản sửa khi Sở đang xử lý.")
    with use_site(portal):
        with pytest.raises(ExchangeError, match="vừa sửa bài gốc"):
            publish_submission(submission_pk=sent.pk, user=desk, at=timezone.now())
        pending = sent.editions.get(status="pending")
        accept_edition(submission_pk=sent.pk, edition_pk=pending.pk, user=desk, at=timezone.now())
        publish_submission(submission_pk=sent.pk, user=desk, at=timezone.now())
    assert copy(portal).summary == "Bản sửa khi Sở đang xử lý."


def _change_source(site, summary: str) -> None:
    with use_site(site):
        page = ArticlePage.objects.get()
        page.summary = summary
        page.save_revision().publish()
