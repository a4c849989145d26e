"""By whatever button a live post disappears, the reason is asked, and the portal's copy follows it."""

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from sites.exchange.remove_pages import Way, remove_pages
from sites.models import ArticlePage, GoneAddress, RepublishedPage, SectionPage
from tenants.exchange.models import Notice
from tenants.exchange.states import State, TakeDownReason
from tenants.units.context import use_site
from tests.factories.exchange import account, send_post
from tests.factories.pages import make_article

WORDS = "Phụ huynh đề nghị bỏ ảnh của con."


@pytest.fixture
def published(log_in, an_binh):
    submission = send_post(an_binh, "minh@anbinh.example")
    dung = log_in("dung@so.example")
    for step in ("nhan", "dang"):
        dung.post(f"/quan-tri/ban-bien-tap/{submission.pk}/{step}/")
    submission.refresh_from_db()
    assert submission.state == State.PUBLISHED
    return submission


@pytest.fixture
def minh(log_in):
    return log_in("minh@anbinh.example")


def ask(submission, way: str = "go") -> str:
    return f"/quan-tri/go-bai/?id={submission.page_id}&cach={way}"


def copy_is_live(portal) -> bool:
    with use_site(portal):
        return RepublishedPage.objects.get().live


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_wagtails_own_button_leads_to_the_question(published, minh, way) -> None:
    response = minh.post(f"/quan-tri/pages/{published.page_id}/{way}/")
    assert response["location"] == ask(published, {"unpublish": "go", "delete": "xoa"}[way])


@pytest.mark.parametrize(("action", "way"), [("unpublish", "go"), ("delete", "xoa")])
def test_several_pages_at_once_lead_there_too(published, minh, an_binh, action, way) -> None:
    with use_site(an_binh):
        second = make_article("Bài thứ hai")
    url = f"/quan-tri/bulk/wagtailcore/page/{action}/?id={published.page_id}&id={second.pk}&next=/quan-tri/"
    response = minh.post(url, {"wagtail_site_name": "Liên Thông"})
    assert response["location"] == f"/quan-tri/go-bai/?id={published.page_id}&id={second.pk}&cach={way}"
    with use_site(an_binh):
        assert ArticlePage.objects.live().count() == 2


def test_question_says_what_will_happen(published, minh) -> None:
    page = minh.get(ask(published)).content.decode()
    assert "Gỡ bài này khỏi trang? Bài sẽ biến mất ngay trên Cổng của Sở và trong tìm kiếm." in page
    assert "checked" not in page


@pytest.mark.parametrize("data", [{}, {"reason": "legal", "words": "ngắn"}, {"words": WORDS}])
def test_without_reason_and_words_nothing_goes(published, minh, portal, data) -> None:
    page = minh.post(ask(published), data).content.decode()
    assert "Hãy" in page
    assert data.get("words", "") in page
    assert copy_is_live(portal)


def test_legal_reason_hides_post_and_copy_and_tells_the_head(published, minh, an_binh, portal) -> None:
    page = minh.post(ask(published), {"reason": "legal", "words": WORDS}, follow=True).content.decode()
    assert "và đã báo Trưởng Ban Biên tập. Bấm Khôi phục nếu gỡ nhầm." in page
    assert not copy_is_live(portal)
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN
    assert Notice.objects.filter(unit=portal.unit, role="board_head").exists()
    with use_site(portal):
        # The unit's account is nobody here: its key must not be written as if it were one of the portal's people.
        assert PageLogEntry.objects.filter(action="wagtail.unpublish").get().user_id is None


def test_outdated_post_leaves_the_copy_to_the_desk_even_when_deleted(published, minh, an_binh, portal) -> None:
    minh.post(ask(published, "xoa"), {"reason": "outdated", "words": "Lịch thi này đã qua."})
    with use_site(an_binh):
        assert not ArticlePage.objects.exists()
        assert GoneAddress.objects.count() == 1
    assert copy_is_live(portal)


def test_unpublishing_a_section_asks_once_for_all_its_posts(published, minh, an_binh, portal, visitor) -> None:
    with use_site(an_binh):
        # The section of news itself is required by law and stays.
        section = SectionPage(title="Câu lạc bộ", slug="cau-lac-bo")
        SectionPage.objects.get(key="tin-tuc").add_child(instance=section)
        make_article("Bài thứ hai")
        for page in ArticlePage.objects.all():
            page.move(section, pos="last-child")
        path = ArticlePage.objects.first().get_url()
    response = minh.post(f"/quan-tri/pages/{section.pk}/unpublish/", {"include_descendants": "on"})
    assert "Bài thứ hai" in minh.get(response["location"]).content.decode()
    minh.post(response["location"], {"reason": "unit_wish", "words": "Trường bỏ chuyên mục này."})
    with use_site(an_binh):
        assert not SectionPage.objects.get(pk=section.pk).live
        assert GoneAddress.objects.count() == 3  # the two posts and the section itself
    assert not copy_is_live(portal)
    assert visitor("th-an-binh").get(path).status_code == 410


def test_deleting_a_section_takes_its_posts_down_first(published, an_binh, portal) -> None:
    user = account("minh@anbinh.example", an_binh)
    with use_site(an_binh):
        section = SectionPage.objects.get(key="tin-tuc")
        remove_pages(
            pages=[section],
            way=Way.DELETE,
            destination=None,
            user=user,
            reason=TakeDownReason.CONSENT,
            words=WORDS,
            at=timezone.now(),
        )
        assert not SectionPage.objects.filter(pk=section.pk).exists()
    assert not copy_is_live(portal)
    published.refresh_from_db()
    assert published.take_down_reason == TakeDownReason.CONSENT


def test_move_within_the_public_site_asks_nothing_and_corrects_the_address(published, minh, an_binh, portal) -> None:
    with use_site(an_binh):
        notices = SectionPage.objects.get(key="thong-bao")
    minh.post(f"/quan-tri/pages/{published.page_id}/move/{notices.pk}/confirm/")
    assert copy_is_live(portal)
    with use_site(portal):
        assert "/thong-bao/" in RepublishedPage.objects.get().source_url


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_move_a_page_is_not_even_asked_about_it(published, log_in, an_binh, method) -> None:
    with use_site(an_binh):
        notices = SectionPage.objects.get(slug="thong-bao")
    ask_thu = getattr(log_in("thu@anbinh.example"), method)
    assert ask_thu(f"/quan-tri/pages/{published.page_id}/move/{notices.pk}/confirm/").url == "/quan-tri/"
    with use_site(an_binh):
        assert ArticlePage.objects.get(pk=published.page_id).get_parent().pk != notices.pk


def test_move_out_of_sight_asks_first(published, minh, an_binh, portal) -> None:
    with use_site(an_binh):
        hidden = SectionPage.objects.get(key="thong-bao")
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    response = minh.post(f"/quan-tri/pages/{published.page_id}/move/{hidden.pk}/confirm/")
    assert response["location"] == f"{ask(published, 'chuyen')}&den={hidden.pk}"
    assert copy_is_live(portal)
    minh.post(response["location"], {"reason": "unit_wish", "words": "Chỉ dành cho phụ huynh."})
    assert not copy_is_live(portal)
    with use_site(an_binh):
        assert ArticlePage.objects.get().get_parent().pk == hidden.pk


def private(page_id: int) -> str:
    return f"/quan-tri/pages/{page_id}/privacy/"


def test_the_privacy_dialog_asks_why_only_when_a_sent_post_is_public(published, minh, an_binh) -> None:
    with use_site(an_binh):
        other = make_article("Bài chưa gửi")
        section = SectionPage.objects.get(key="tin-tuc")
    question = "Vì sao gỡ bài?"
    assert question in minh.get(private(published.page_id)).json()["html"]
    assert question in minh.get(private(section.pk)).json()["html"]
    assert question not in minh.get(private(other.pk)).json()["html"]
    assert minh.post(private(other.pk), {"restriction_type": "login"}).json()["step"] == "set_privacy_done"


@pytest.mark.parametrize("data", [{}, {"reason": "legal", "words": "ngắn"}, {"words": WORDS}])
@pytest.mark.parametrize("where", ["the post", "its section"])
def test_nothing_becomes_private_without_a_reason(published, minh, an_binh, portal, data, where) -> None:
    with use_site(an_binh):
        page_id = published.page_id if where == "the post" else SectionPage.objects.get(key="tin-tuc").pk
    answer = minh.post(private(page_id), {"restriction_type": "login", **data}).json()
    assert answer["step"] == "set_privacy"
    assert "Hãy" in answer["html"]
    assert data.get("words", "") in answer["html"]
    assert copy_is_live(portal)
    with use_site(an_binh):
        assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize(("reason", "stays"), [("consent", False), ("outdated", True)])
def test_a_section_made_private_follows_the_reason_and_tells_the_head(
    published, minh, an_binh, portal, reason, stays
) -> None:
    with use_site(an_binh):
        section = SectionPage.objects.get(key="tin-tuc")
    answer = minh.post(private(section.pk), {"restriction_type": "login", "reason": reason, "words": WORDS}).json()
    assert answer["step"] == "set_privacy_done"
    assert copy_is_live(portal) == stays
    with use_site(an_binh):
        assert PageViewRestriction.objects.get().page_id == section.pk
        assert ArticlePage.objects.get().live
    last = published.events.order_by("pk").last()
    assert (last.words, last.actor_name) == (WORDS, "Lê Văn Minh")
    assert published.events.filter(words=WORDS).count() == 1
    assert Notice.objects.filter(unit=portal.unit, role="board_head").count() == 1
    # Private already: another kind of privacy hides nothing more and asks nothing.
    again = {"restriction_type": "password", "password": "mat khau chung"}
    assert minh.post(private(section.pk), again).json()["step"] == "set_privacy_done"
    # Public again: the copy returns with it.
    minh.post(private(section.pk), {"restriction_type": "none"})
    assert copy_is_live(portal)


def test_a_password_forgotten_leaves_all_as_it_was(published, minh, an_binh, portal) -> None:
    data = {"restriction_type": "password", "reason": "consent", "words": WORDS}
    assert minh.post(private(published.page_id), data).json()["step"] == "set_privacy"
    assert copy_is_live(portal)


def test_who_may_not_restrict_a_page_cannot_use_the_dialog(published, log_in, portal) -> None:
    data = {"restriction_type": "login", "reason": "consent", "words": WORDS}
    thu = log_in("thu@anbinh.example")
    for answer in (thu.get(private(published.page_id)), thu.post(private(published.page_id), data)):
        assert answer.status_code in {302, 403}
    assert copy_is_live(portal)


def test_restoring_brings_both_back(published, minh, an_binh, portal) -> None:
    minh.post(ask(published), {"reason": "consent", "words": WORDS})
    assert "Khôi phục" in minh.get(f"/quan-tri/bai-da-gui/{published.page_id}/").content.decode()
    minh.post(f"/quan-tri/khoi-phuc/{published.page_id}/")
    assert copy_is_live(portal)
    with use_site(an_binh):
        assert ArticlePage.objects.get().live


def test_editor_without_the_right_cannot_take_down(published, log_in, portal) -> None:
    log_in("lan@anbinh.example").post(ask(published), {"reason": "legal", "words": WORDS})
    assert copy_is_live(portal)


def test_post_never_sent_goes_with_a_reason_and_tells_nobody(minh, an_binh) -> None:
    with use_site(an_binh):
        page = make_article()
    data = {"reason": "other", "words": "Đăng nhầm chuyên mục."}
    answer = minh.post(f"/quan-tri/go-bai/?id={page.pk}&cach=go", data, follow=True)
    assert "Trưởng Ban Biên tập" not in answer.content.decode()
    with use_site(an_binh):
        assert not ArticlePage.objects.get().live


def test_drafts_are_deleted_as_ever(minh, an_binh) -> None:
    with use_site(an_binh):
        page = make_article(live=False)
    response = minh.post(f"/quan-tri/pages/{page.pk}/delete/")
    assert "go-bai" not in response["location"]
    with use_site(an_binh):
        assert not ArticlePage.objects.exists()


def test_addresses_that_make_no_sense_are_not_found(minh) -> None:
    for query in ("", "?id=1&cach=go", "?id=99999&cach=go", "?id=8&cach=bay"):
        assert minh.get(f"/quan-tri/go-bai/{query}").status_code == 404
