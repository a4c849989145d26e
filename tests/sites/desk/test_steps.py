"""One post's way through the desk, step by step, as its people click it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from sites.clock import tick
from sites.models import ArticlePage, RepublishedPage
from tenants.exchange.actions.claim import CLAIM_HOURS
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import EditionStatus, State
from tenants.units.context import use_site
from tenants.units.models import Unit
from tests.sites.desk.conftest import BASE

REASON = "Bài chưa nêu rõ thời gian, địa điểm và người tham gia."


def state(submission) -> str:
    submission.refresh_from_db()
    return submission.state


def copies(portal) -> list[RepublishedPage]:
    with use_site(portal):
        return list(RepublishedPage.objects.all())


def post_page(client, submission) -> str:
    return client.get(f"{BASE}{submission.pk}/").content.decode()


def buttons(client, submission) -> set[str]:
    return set(re.findall(rf"{BASE}{submission.pk}/([a-z-]+)/", post_page(client, submission))) - {"tep"}


def test_claim_prepares_the_copy_and_shows_it(dung, sent, take, portal) -> None:
    page = take(dung, "nhan").content.decode()
    (copy,) = copies(portal)
    assert not copy.live
    assert f"/pages/{copy.pk}/view_draft/" in page
    assert "Giống bài gốc, chưa sửa gì." in page
    preview = dung.get(f"/quan-tri/pages/{copy.pk}/view_draft/")
    assert "Đăng lại từ" in preview.content.decode()


def test_publish_puts_the_copy_up_and_tells_the_unit(dung, sent, take, portal, visitor) -> None:
    take(dung, "nhan")
    page = take(dung, "dang").content.decode()
    assert "Bài đã đăng trong “Thông tin từ cơ sở”" in page
    assert state(sent) == State.PUBLISHED
    assert visitor("so-gddt").get(sent.portal_path).status_code == 200
    assert Notice.objects.filter(unit=sent.sender, text__startswith="Sở đã đăng bài").exists()


def test_buttons_follow_state_and_person(dung, khoa, mai, sent, take, portal) -> None:
    assert buttons(dung, sent) == {"nhan"}
    take(dung, "nhan")
    assert buttons(dung, sent) == {"phan-loai", "dang", "hen-gio", "tra-lai", "tu-choi", "nha"}
    assert buttons(khoa, sent) == set()
    assert "Võ Tiến Dũng đang xử lý bài này" in post_page(khoa, sent)
    dung.post(f"{BASE}{sent.pk}/phan-loai/", {"news_class": "professional"})
    assert buttons(dung, sent) == {"phan-loai", "chuyen-phong", "tra-lai", "tu-choi", "nha"}
    take(dung, "chuyen-phong", {"room": Unit.objects.get(code="p-gdpt").pk})
    assert buttons(dung, sent) == set()
    assert buttons(mai, sent) == {"duyet", "khong-duyet"}
    take(mai, "duyet", {"words": "Nội dung chính xác."})
    assert buttons(dung, sent) == {"dang", "hen-gio", "nhan-lai"}
    take(dung, "dang")
    assert buttons(dung, sent) == {"go"}


def test_professional_post_is_not_published_by_a_forged_button(dung, sent, take, portal) -> None:
    take(dung, "nhan")
    dung.post(f"{BASE}{sent.pk}/phan-loai/", {"news_class": "professional"})
    page = take(dung, "dang").content.decode()
    assert "phải được thành viên Ban Biên tập duyệt trước" in page
    assert state(sent) == State.CLAIMED


def test_declined_post_comes_back_with_the_words(dung, mai, sent, take) -> None:
    take(dung, "nhan")
    dung.post(f"{BASE}{sent.pk}/phan-loai/", {"news_class": "professional"})
    take(dung, "chuyen-phong", {"room": Unit.objects.get(code="p-gdpt").pk})
    assert "1 bài chờ phòng của thầy cô duyệt." in mai.get("/quan-tri/").content.decode()
    assert "Hãy viết" in take(mai, "khong-duyet", {"words": ""}).content.decode()
    take(mai, "khong-duyet", {"words": "Số liệu chưa khớp báo cáo."})
    assert state(sent) == State.DECLINED
    assert "Số liệu chưa khớp báo cáo." in post_page(dung, sent)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"words": REASON}, "Thầy cô chưa chọn căn cứ."),
        ({"ground": "4", "words": "Quá ngắn."}, "Lời nhắn có 9 ký tự, cần ít nhất 20."),
        ({"ground": "9", "words": REASON}, "9"),
    ],
)
def test_refusal_needs_ground_and_reason_and_keeps_what_was_typed(dung, sent, take, data, sentence) -> None:
    take(dung, "nhan")
    page = take(dung, "tu-choi", data).content.decode()
    assert sentence in page
    assert data["words"] in page
    assert state(sent) == State.CLAIMED


def test_refusal_is_final_and_the_copy_goes(dung, sent, take, portal, log_in) -> None:
    take(dung, "nhan")
    take(dung, "tu-choi", {"ground": "4", "words": REASON})
    assert state(sent) == State.REFUSED
    assert copies(portal) == []
    page = log_in("minh@anbinh.example").get(f"/quan-tri/bai-da-gui/{sent.page_id}/").content.decode()
    assert "Không bảo đảm chất lượng" in page
    assert "Bài vẫn giữ nguyên trên trang của đơn vị." in page


def test_returned_and_sent_again_the_new_text_is_published(dung, sent, take, an_binh, portal, log_in) -> None:
    take(dung, "nhan")
    take(dung, "tra-lai", {"words": "Thêm số học sinh tham gia."})
    assert state(sent) == State.CHANGES_REQUESTED
    assert copies(portal) == []
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        page.title = "Trồng 500 cây xanh, 320 học sinh tham gia"
        page.save_revision().publish()
    log_in("minh@anbinh.example").post(f"/quan-tri/bai-da-gui/{sent.page_id}/gui/", {"news_class": "news"})
    take(dung, "nhan")
    page = post_page(dung, sent)
    assert "Đơn vị đã đổi gì so với bản trước" in page
    assert '<ins class="lt-ins"><span class="w-sr-only">thêm: </span>, 320 học sinh tham gia</ins>' in page
    assert '<del class="lt-del"><span class="w-sr-only">bỏ: </span>ven sông</del>' in page
    take(dung, "dang")
    assert copies(portal)[0].title == "Trồng 500 cây xanh, 320 học sinh tham gia"


def test_scheduled_post_appears_at_its_hour(dung, sent, take, portal) -> None:
    take(dung, "nhan")
    past, hour = (timezone.localtime() + timedelta(hours=offset) for offset in (-1, 2))
    page = take(dung, "hen-gio", {"publish_at": past.strftime("%Y-%m-%dT%H:%M")}).content.decode()
    assert "phải ở sau hiện tại" in page
    take(dung, "hen-gio", {"publish_at": hour.strftime("%Y-%m-%dT%H:%M")})
    assert state(sent) == State.SCHEDULED
    tick(at=timezone.now())
    assert state(sent) == State.SCHEDULED
    tick(at=hour + timedelta(minutes=1))
    assert state(sent) == State.PUBLISHED
    assert copies(portal)[0].live


def test_scheduled_post_that_is_refused_at_its_hour_says_so_to_both_sides(dung, sent, take, an_binh, log_in) -> None:
    take(dung, "nhan")
    hour = timezone.localtime() + timedelta(hours=2)
    take(dung, "hen-gio", {"publish_at": hour.strftime("%Y-%m-%dT%H:%M")})
    Submission.objects.filter(pk=sent.pk).update(publish_at=timezone.now() - timedelta(minutes=30))
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        page.summary = "Bản sửa sau khi hẹn giờ."
        page.save_revision().publish()
    tick(at=timezone.now())
    assert state(sent) == State.SCHEDULED
    minh = log_in("minh@anbinh.example")
    for page in (dung.get(f"{BASE}?muc=ban-moi").content.decode(), minh.get("/quan-tri/bai-da-gui/").content.decode()):
        assert "mà chưa đăng được, Sở cần xem lại." in page


def test_claim_expires_and_the_edited_copy_waits_for_the_next(dung, khoa, sent, take, portal) -> None:
    take(dung, "nhan")
    with use_site(portal):
        RepublishedPage.objects.update(editing_note="Ban Biên tập đã rút gọn tiêu đề.")
    tick(at=timezone.now() + timedelta(hours=CLAIM_HOURS, minutes=1))
    assert state(sent) == State.SUBMITTED
    take(khoa, "nhan")
    assert copies(portal)[0].editing_note == "Ban Biên tập đã rút gọn tiêu đề."


def test_loser_of_a_race_reads_who_did_what(dung, khoa, sent, take) -> None:
    take(dung, "nhan")
    page = take(khoa, "nhan").content.decode()
    assert re.search(r"Võ Tiến Dũng đã chuyển bài này sang “Đang xử lý” lúc \d+:\d\d", page)
    page = take(khoa, "dang").content.decode()
    assert "Võ Tiến Dũng đang xử lý bài này." in page


def test_refusal_typed_too_late_keeps_the_words(dung, khoa, sent, take) -> None:
    take(dung, "nhan")
    take(dung, "nha")
    take(khoa, "nhan")
    page = take(dung, "tu-choi", {"ground": "4", "words": REASON}).content.decode()
    assert "Đặng Đăng Khoa đang xử lý bài này." in page
    assert REASON in page


def test_edition_nobody_read_is_not_published(dung, sent, take) -> None:
    take(dung, "nhan")
    page = take(dung, "dang", {"edition": sent.editions.get().pk + 1}).content.decode()
    assert "Hãy xem bản mới trước khi đăng." in page


@pytest.fixture
def changed(dung, sent, take, an_binh):
    """A published post whose unit changed a word since."""
    take(dung, "nhan")
    take(dung, "dang")
    with use_site(an_binh):
        page = ArticlePage.objects.get()
        page.title = "Trồng 600 cây xanh ven sông"
        page.save_revision().publish()
    return sent.editions.get(status=EditionStatus.PENDING)


def test_new_edition_waits_as_a_difference(dung, sent, changed) -> None:
    assert sent.title in dung.get(f"{BASE}?muc=ban-moi").content.decode()
    page = post_page(dung, sent)
    assert '<del class="lt-del"><span class="w-sr-only">bỏ: </span>500</del>' in page
    assert '<ins class="lt-ins"><span class="w-sr-only">thêm: </span>600</ins>' in page


def test_new_edition_is_taken_or_left(dung, sent, take, changed, portal) -> None:
    take(dung, "de-lai-ban-moi", {"edition": changed.pk})
    assert copies(portal)[0].title == "Trồng 500 cây xanh ven sông"
    page = take(dung, "nhan-ban-moi", {"edition": changed.pk}).content.decode()
    assert "bản này đã được xử lý" in page


def test_accepted_edition_is_what_readers_see(dung, sent, take, changed, portal, visitor) -> None:
    take(dung, "nhan-ban-moi", {"edition": changed.pk})
    assert "Trồng 600 cây xanh" in visitor("so-gddt").get(Submission.objects.get().portal_path).content.decode()


def test_desk_takes_down_and_restores_its_copy_alone(dung, sent, take, an_binh, portal) -> None:
    take(dung, "nhan")
    take(dung, "dang")
    assert "ít nhất 10" in take(dung, "go", {"reason": "legal", "words": "ngắn"}).content.decode()
    take(dung, "go", {"reason": "legal", "words": "Có khiếu nại về bản quyền ảnh."})
    assert not copies(portal)[0].live
    with use_site(an_binh):
        assert ArticlePage.objects.get().live
    assert buttons(dung, sent) == {"khoi-phuc"}
    take(dung, "khoi-phuc")
    assert copies(portal)[0].live
    assert state(sent) == State.PUBLISHED


def test_what_the_unit_took_down_the_desk_does_not_restore(dung, sent, take, log_in) -> None:
    take(dung, "nhan")
    take(dung, "dang")
    log_in("minh@anbinh.example").post(
        f"/quan-tri/go-bai/?id={sent.page_id}&cach=go", {"reason": "unit_wish", "words": "Trường xin gỡ bài này."}
    )
    assert buttons(dung, sent) == set()
    assert "chỉ Đơn vị khôi phục được" in take(dung, "khoi-phuc").content.decode()


def test_source_taken_down_while_the_desk_works_takes_the_prepared_copy_along(dung, sent, take, portal, log_in) -> None:
    take(dung, "nhan")
    log_in("minh@anbinh.example").post(
        f"/quan-tri/go-bai/?id={sent.page_id}&cach=go", {"reason": "consent", "words": "Phụ huynh rút đồng ý."}
    )
    assert state(sent) == State.RECALLED
    assert copies(portal) == []


def test_picture_the_desk_added_without_consent_stops_publication(dung, sent, take, portal) -> None:
    from tests.factories.pictures import make_image

    take(dung, "nhan")
    with use_site(portal):
        RepublishedPage.objects.update(cover_image=make_image(faces="unconsented"))
    assert "chưa có giấy đồng ý" in take(dung, "dang").content.decode()
    assert state(sent) == State.CLAIMED


def test_unknown_step_is_not_found(dung, sent) -> None:
    assert dung.post(f"{BASE}{sent.pk}/bay-len/").status_code == 404
