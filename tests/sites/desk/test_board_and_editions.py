"""What the Editorial Board approved stays up until it approves what comes next; what it declined stays with it."""

import pytest

from sites.models import ArticlePage, RepublishedPage
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import EditionStatus, NewsClass, State, TakeDownReason
from tenants.units.context import use_site
from tenants.units.models import Unit
from tests.factories.exchange import page_of
from tests.sites.desk.conftest import BASE
from tests.sites.desk.test_steps import copies, post_page, state

OLD, NEW = "Trồng 500 cây xanh ven sông", "Trồng 600 cây xanh ven sông"


@pytest.fixture
def room() -> Unit:
    return Unit.objects.get(code="p-gdpt")


@pytest.fixture
def routed(dung, sent, take, room) -> Submission:
    take(dung, "nhan")
    dung.post(f"{BASE}{sent.pk}/phan-loai/", {"news_class": "professional"})
    take(dung, "chuyen-phong", {"room": room.pk})
    return sent


def change_source(submission, site, title: str = NEW) -> None:
    with use_site(site):
        page = ArticlePage.objects.get(pk=submission.page_id)
        page.title = title
        page.save_revision().publish()


@pytest.fixture
def changed(dung, mai, routed, take, an_binh):
    """The pending edition of a professional post that the board approved and the desk published."""
    take(mai, "duyet")
    take(dung, "dang")
    change_source(routed, an_binh)
    return routed.editions.get(status=EditionStatus.PENDING)


@pytest.fixture
def asked(dung, take, changed, room):
    """The same edition, waiting for the board."""
    take(dung, "chuyen-phong-ban-moi", {"edition": changed.pk, "room": room.pk})
    return changed


def test_new_edition_of_a_professional_post_needs_the_board_again(dung, routed, take, changed, portal) -> None:
    assert "Đăng bản mới" not in post_page(dung, routed)
    page = take(dung, "nhan-ban-moi", {"edition": changed.pk}).content.decode()
    assert "phải được Ban Biên tập duyệt trước" in page
    assert copies(portal)[0].title == OLD
    assert state(routed) == State.PUBLISHED


def test_new_edition_is_public_once_the_board_approved_it(dung, mai, routed, take, asked, portal) -> None:
    assert "Bản mới chờ Phòng Giáo dục phổ thông duyệt." in post_page(dung, routed)
    assert "1 bài chờ phòng của thầy cô duyệt." in mai.get("/quan-tri/").content.decode()
    assert routed.title in mai.get(f"{BASE}?muc=cho-phong").content.decode()
    take(mai, "duyet-ban-moi", {"edition": asked.pk})
    assert copies(portal)[0].title == OLD  # the desk publishes, the board approves
    take(dung, "nhan-ban-moi", {"edition": asked.pk})
    assert copies(portal)[0].title == NEW
    verbs = list(routed.events.values_list("verb", flat=True))[-4:]
    assert verbs == ["new_edition", "route_edition", "approve_edition", "accept_edition"]


def test_declined_edition_leaves_the_published_one_and_both_sides_read_why(
    dung, mai, routed, take, asked, portal, log_in
) -> None:
    assert "Hãy viết" in take(mai, "khong-duyet-ban-moi", {"edition": asked.pk, "words": ""}).content.decode()
    take(mai, "khong-duyet-ban-moi", {"edition": asked.pk, "words": "Số cây chưa khớp báo cáo."})
    assert copies(portal)[0].title == OLD
    assert not routed.editions.filter(status=EditionStatus.PENDING).exists()
    unit_page = log_in("minh@anbinh.example").get(f"/quan-tri/bai-da-gui/{routed.page_id}/").content.decode()
    for page in (unit_page, post_page(dung, routed)):
        assert "Số cây chưa khớp báo cáo." in page
    told = Notice.objects.filter(text__contains="không duyệt bản mới").values_list("unit__code", "role")
    assert {("so-gddt", "desk"), ("th-an-binh", "editor")} <= set(told)


def test_approval_of_one_edition_says_nothing_of_the_next(dung, mai, routed, take, asked, an_binh) -> None:
    change_source(routed, an_binh, "Trồng 700 cây xanh ven sông")
    page = take(mai, "duyet-ban-moi", {"edition": asked.pk}).content.decode()
    assert "đã gửi bản mới hơn" in page
    latest = routed.editions.get(status=EditionStatus.PENDING)
    assert "phải được Ban Biên tập duyệt trước" in take(dung, "nhan-ban-moi", {"edition": latest.pk}).content.decode()


def test_board_of_another_room_does_not_decide(mai, take, asked, portal) -> None:
    asked.room = portal.unit
    asked.save()
    assert "Chỉ thành viên Ban Biên tập của phòng" in take(mai, "duyet-ban-moi", {"edition": asked.pk}).content.decode()


def test_declined_post_is_not_made_plain_news(dung, mai, routed, take) -> None:
    take(mai, "khong-duyet", {"words": "Số liệu chưa khớp báo cáo."})
    take(dung, "nhan-lai")
    page = dung.post(f"{BASE}{routed.pk}/phan-loai/", {"news_class": "news"}, follow=True).content.decode()
    assert "Ban Biên tập đã không duyệt bài này" in page
    routed.refresh_from_db()
    assert routed.news_class == NewsClass.PROFESSIONAL


def test_declined_post_sent_again_as_news_is_still_professional(dung, mai, routed, take, log_in) -> None:
    take(mai, "khong-duyet", {"words": "Số liệu chưa khớp báo cáo."})
    take(dung, "nhan-lai")
    minh = log_in("minh@anbinh.example")
    take(dung, "tra-lai", {"words": "Hãy sửa số liệu theo báo cáo."})
    minh.post(f"/quan-tri/bai-da-gui/{routed.page_id}/gui/", {"news_class": "news"})
    routed.refresh_from_db()
    assert (routed.state, routed.news_class) == (State.SUBMITTED, NewsClass.PROFESSIONAL)
    minh.post(f"/quan-tri/bai-da-gui/{routed.page_id}/rut/")
    minh.post(f"/quan-tri/bai-da-gui/{routed.page_id}/gui/", {"news_class": "news"})
    again = Submission.objects.latest("pk")
    assert (again.previous_id, again.news_class) == (routed.pk, NewsClass.PROFESSIONAL)


def test_class_chosen_when_sending_again_counts(dung, sent, take, log_in) -> None:
    take(dung, "nhan")
    take(dung, "tra-lai", {"words": "Thêm số học sinh tham gia."})
    log_in("minh@anbinh.example").post(f"/quan-tri/bai-da-gui/{sent.page_id}/gui/", {"news_class": "professional"})
    sent.refresh_from_db()
    assert sent.news_class == NewsClass.PROFESSIONAL


def test_board_does_not_approve_an_edition_it_has_not_read(dung, mai, routed, take, an_binh) -> None:
    read = routed.editions.get()
    change_source(routed, an_binh)
    pending = routed.editions.get(status=EditionStatus.PENDING)
    take(dung, "nhan-ban-moi", {"edition": pending.pk})
    page = take(mai, "duyet", {"edition": read.pk}).content.decode()
    assert "Hãy xem bản mới trước khi quyết định." in page
    assert state(routed) == State.ROUTED
    take(mai, "duyet", {"edition": pending.pk})
    assert state(routed) == State.APPROVED


def test_page_that_asks_keeps_the_edition_that_was_read(mai, routed) -> None:
    edition = routed.editions.get()
    assert f"/duyet/?edition={edition.pk}" in post_page(mai, routed)
    page = mai.get(f"{BASE}{routed.pk}/duyet/?edition={edition.pk}").content.decode()
    assert f'<input type="hidden" name="edition" value="{edition.pk}">' in page


def test_copy_of_a_replaced_edition_is_not_published(dung, sent, take, an_binh, portal) -> None:
    """Released, changed at its source, taken up again: the first editor's copy has the words that had to go."""
    take(dung, "nhan")
    take(dung, "nha")
    change_source(sent, an_binh)
    take(dung, "nhan")
    take(dung, "dang")
    assert [copy.title for copy in copies(portal)] == [NEW]


def test_post_published_again_unchanged_is_no_new_edition(dung, sent, take, an_binh) -> None:
    take(dung, "nhan")
    take(dung, "dang")
    with use_site(an_binh):
        page_of(sent, an_binh).save_revision().publish()
    assert list(sent.editions.values_list("number", "status")) == [(1, EditionStatus.ACCEPTED)]


def test_edition_that_waited_is_answered_by_the_next_sending(dung, sent, take, an_binh, portal, log_in) -> None:
    take(dung, "nhan")
    change_source(sent, an_binh, "Bản sửa dở dang")
    take(dung, "tra-lai", {"words": "Thêm số học sinh tham gia."})
    change_source(sent, an_binh)
    log_in("minh@anbinh.example").post(f"/quan-tri/bai-da-gui/{sent.page_id}/gui/", {"news_class": "news"})
    assert not sent.editions.filter(status=EditionStatus.PENDING).exists()
    take(dung, "nhan")
    take(dung, "dang")
    assert [copy.title for copy in copies(portal)] == [NEW]


def mend_after_take_down(submission, site, log_in) -> None:
    """The unit takes the post down, changes it and shows it again."""
    minh = log_in("minh@anbinh.example")
    reason = {"reason": TakeDownReason.CONSENT, "words": "Phụ huynh rút đồng ý."}
    minh.post(f"/quan-tri/go-bai/?id={submission.page_id}&cach=go", reason)
    change_source(submission, site)


def test_mended_post_stands_among_the_new_editions(dung, sent, take, an_binh, log_in) -> None:
    take(dung, "nhan")
    take(dung, "dang")
    mend_after_take_down(sent, an_binh, log_in)
    page = dung.get(f"{BASE}?muc=ban-moi").content.decode()
    assert sent.title in page
    assert "Đơn vị đã gỡ, sửa rồi hiện lại bài." in page
    assert "1 bài có bản mới của đơn vị." in dung.get("/quan-tri/").content.decode()


def test_edition_left_by_the_desk_brings_no_hidden_copy_back(dung, sent, take, an_binh, portal, log_in) -> None:
    take(dung, "nhan")
    take(dung, "dang")
    mend_after_take_down(sent, an_binh, log_in)
    pending = sent.editions.get(status=EditionStatus.PENDING)
    take(dung, "de-lai-ban-moi", {"edition": pending.pk})
    with use_site(an_binh):
        page = page_of(sent, an_binh)
        page.unpublish()
        page.get_latest_revision().publish()
    assert state(sent) == State.TAKEN_DOWN
    with use_site(portal):
        assert not RepublishedPage.objects.live().exists()


def test_accepted_title_is_the_title_in_the_list(dung, sent, take, an_binh) -> None:
    take(dung, "nhan")
    take(dung, "dang")
    change_source(sent, an_binh)
    take(dung, "nhan-ban-moi", {"edition": sent.editions.get(status=EditionStatus.PENDING).pk})
    assert NEW in dung.get(f"{BASE}?muc=da-dang").content.decode()
