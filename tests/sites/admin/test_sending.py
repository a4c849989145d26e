"""Gửi Sở from the unit's side: confirmation, where a post stands, taking it back."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from sites.admin.sending.queries import month_count
from sites.models import RepublishedPage
from tenants.exchange.actions.answer import request_changes
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import Side, State
from tenants.units.context import use_site
from tests.factories.exchange import account, publish_post, send_post
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

LIST = "/quan-tri/bai-da-gui/"


@pytest.fixture
def article(an_binh):
    with use_site(an_binh):
        return make_article()


def confirm(page) -> str:
    return f"{LIST}{page.pk}/gui/"


def test_confirmation_shows_what_goes_up_and_sends_it(log_in, article) -> None:
    lan = log_in("lan@anbinh.example")
    shown = lan.get(confirm(article)).content.decode()
    assert "Sở sẽ nhận được" in shown
    assert "Bài chỉ có" in shown  # pre-flight: too short
    response = lan.post(confirm(article), {"news_class": "news"}, follow=True)
    assert Submission.objects.get().state == State.SUBMITTED
    assert "Sở đã nhận bài của đơn vị lúc" in response.content.decode()


def test_sending_twice_makes_one_row(log_in, article) -> None:
    lan = log_in("lan@anbinh.example")
    for _ in range(2):
        lan.post(confirm(article), {"news_class": "news"})
    assert Submission.objects.count() == 1


def test_obstacles_are_shown_instead_of_the_button(log_in, an_binh) -> None:
    with use_site(an_binh):
        page = make_article(live=False)
    lan = log_in("lan@anbinh.example")
    shown = lan.get(confirm(page)).content.decode()
    assert "Bài chưa đăng trên trang của đơn vị." in shown
    assert "Mở bài để sửa" in shown
    lan.post(confirm(page), {"news_class": "news"})
    assert not Submission.objects.exists()


def test_picture_without_consent_is_not_sent(log_in, an_binh) -> None:
    with use_site(an_binh):
        page = make_article(cover_image=make_image(faces="unconsented"))
    shown = log_in("lan@anbinh.example").post(confirm(page), {"news_class": "news"}).content.decode()
    assert "chưa có giấy đồng ý" in shown
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("email", "status"), [("thu@anbinh.example", 403), ("lan@anbinh.example", 200), ("minh@anbinh.example", 200)]
)
def test_only_those_who_may_send_are_asked(log_in, article, email, status) -> None:
    assert log_in(email).get(confirm(article)).status_code == status


def test_the_portal_has_nobody_to_send_to(log_in, portal) -> None:
    with use_site(portal):
        page = make_article()
    assert log_in("dung@so.example").get(confirm(page)).status_code == 404


def test_another_units_post_is_not_there(log_in, an_binh, phu_hoa) -> None:
    submission = send_post(phu_hoa, "binh@phuhoa.example", "Bài riêng của Phú Hòa")
    minh = log_in("minh@anbinh.example")
    assert minh.get(f"{LIST}{submission.page_id + 500}/").status_code == 404
    assert "Bài riêng của Phú Hòa" not in minh.get(LIST).content.decode()
    with use_site(an_binh):
        twin = make_article("Bài của An Bình")
    Submission.objects.filter(pk=submission.pk).update(page_id=twin.pk)  # primary keys repeat from unit to unit
    assert "Bài riêng của Phú Hòa" not in minh.get(f"{LIST}{twin.pk}/").content.decode()


def test_returned_post_shows_the_words_and_goes_up_again(log_in, an_binh, portal) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    with use_site(portal):
        actor = actor_of(account("dung@so.example", portal), Side.PORTAL)
        claim(submission_pk=submission.pk, actor=actor, at=timezone.now())
        request_changes(submission_pk=submission.pk, words="Ảnh 2 rõ mặt học sinh.", actor=actor, at=timezone.now())
    minh = log_in("minh@anbinh.example")
    assert "Ảnh 2 rõ mặt học sinh." in minh.get("/quan-tri/").content.decode()
    shown = minh.get(f"{LIST}{submission.page_id}/").content.decode()
    assert "Sửa và gửi lại" in shown
    minh.post(f"{LIST}{submission.page_id}/gui/", {"news_class": "news"})
    submission.refresh_from_db()
    assert submission.state == State.SUBMITTED
    assert submission.editions.count() == 2


def test_recall_takes_the_post_and_the_prepared_copy_back(log_in, an_binh, portal) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    log_in("dung@so.example").post(f"/quan-tri/ban-bien-tap/{submission.pk}/nhan/")
    log_in("minh@anbinh.example").post(f"{LIST}{submission.page_id}/rut/")
    submission.refresh_from_db()
    assert submission.state == State.RECALLED
    with use_site(portal):
        assert not RepublishedPage.objects.exists()


def test_recall_after_publication_says_what_happened(log_in, an_binh) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    dung = log_in("dung@so.example")
    for step in ("nhan", "dang"):
        dung.post(f"/quan-tri/ban-bien-tap/{submission.pk}/{step}/")
    shown = log_in("minh@anbinh.example").post(f"{LIST}{submission.page_id}/rut/", follow=True).content.decode()
    assert "Võ Tiến Dũng đã chuyển bài này sang “Đã đăng”" in shown


def test_list_to_choose_from_holds_what_is_live_and_unsent(log_in, an_binh) -> None:
    send_post(an_binh, "minh@anbinh.example", "Đã gửi")
    with use_site(an_binh):
        make_article("Chưa gửi")
        make_article("Còn nháp", live=False)
    shown = log_in("lan@anbinh.example").get(f"{LIST}chon-bai/").content.decode()
    assert "Chưa gửi</a>" in shown
    assert "Đã gửi</a>" not in shown
    assert "Còn nháp" not in shown


def test_month_counts_what_was_sent_and_not_recalled(an_binh) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    submission = send_post(an_binh, "minh@anbinh.example")
    submission.events.update(at=datetime(2026, 11, 1, 0, 5, tzinfo=zone))
    with use_site(an_binh):
        november = month_count(at=datetime(2026, 11, 24, 9, 0, tzinfo=zone))
        december = month_count(at=datetime(2026, 12, 31, 23, 0, tzinfo=zone))
    assert (november.sent, november.days_left, november.is_met) == (1, 6, True)
    assert (december.sent, december.days_left, december.is_met) == (0, 0, False)


def test_month_of_a_post_is_the_one_it_was_first_sent_in(log_in, an_binh, portal) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    submission = send_post(an_binh, "minh@anbinh.example")
    submission.events.update(at=datetime(2026, 10, 31, 23, 0, tzinfo=zone))
    user, at = account("dung@so.example", portal), datetime(2026, 11, 3, 9, 0, tzinfo=zone)
    with use_site(portal):
        actor = actor_of(user, Side.PORTAL)
        claim(submission_pk=submission.pk, actor=actor, at=at)
        request_changes(submission_pk=submission.pk, words="Thêm số học sinh tham gia.", actor=actor, at=at)
    log_in("minh@anbinh.example").post(f"{LIST}{submission.page_id}/gui/", {"news_class": "news"})
    publish_post(submission, portal)
    Submission.objects.filter(pk=submission.pk).update(published_at=datetime(2026, 11, 5, 9, 0, tzinfo=zone))
    with use_site(an_binh):
        counts = [month_count(at=datetime(2026, month, 24, 9, 0, tzinfo=zone)) for month in (10, 11)]
    assert [(count.sent, count.published) for count in counts] == [(1, 0), (0, 1)]


def test_page_of_a_post_is_light(log_in, an_binh, django_assert_max_num_queries) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    minh = log_in("minh@anbinh.example")
    minh.get(f"{LIST}{submission.page_id}/")
    with django_assert_max_num_queries(25):
        minh.get(f"{LIST}{submission.page_id}/")
