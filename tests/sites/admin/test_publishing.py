"""Wagtail's own buttons obey the rules of the unit: pictures, approval with words, the ledger."""

import pytest
from wagtail.models import TaskState, WorkflowState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from sites.admin.blur.offer import blur_buttons
from sites.admin.files_shown import page_obstacles
from sites.models import ApprovalTask, ArticlePage, RepublishedPage
from tenants.exchange.states import State
from tenants.units.context import use_site
from tests.factories.exchange import account, send_post
from tests.factories.pages import make_article
from tests.factories.pictures import make_image


@pytest.fixture
def minh(log_in):
    return log_in("minh@anbinh.example")


def form_of(page, **changes) -> dict:
    """Return what the page editor posts."""
    return nested_form_data(
        {
            "title": page.title,
            "summary": page.summary,
            "cover_image": page.cover_image_id or "",
            "body": streamfield([("paragraph", rich_text("<p>Sáng thứ Bảy, học sinh trồng cây.</p>"))]),
            "author": "",
            "source_name": "",
            "source_url": "",
            "source_published_at": "",
            "editing_note": "",
            "published_at": "",
            "go_live_at": "",
            "expire_at": "",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
            **changes,
        }
    )


def edit(client, page, **changes):
    return client.post(f"/quan-tri/pages/{page.pk}/edit/", form_of(page, **changes), follow=True)


def draft_with(an_binh, faces: str):
    with use_site(an_binh):
        return make_article(live=False, cover_image=make_image(faces=faces))


def stored(site) -> ArticlePage:
    with use_site(site):
        return ArticlePage.objects.get()


@pytest.mark.parametrize("faces", ["unconsented", "unanswered"])
def test_publish_button_is_refused_and_the_words_stay(minh, an_binh, faces) -> None:
    page = draft_with(an_binh, faces)
    answer = edit(minh, page, title="Tiêu đề vừa sửa", **{"action-publish": "1"}).content.decode()
    assert "Ảnh “Ảnh lớp 4A”" in answer
    assert f'href="/quan-tri/anh/{page.cover_image_id}/lam-mo-mat/" class="button' in answer
    assert not stored(an_binh).live
    assert stored(an_binh).title == "Tiêu đề vừa sửa"


@pytest.mark.parametrize(("person", "is_offered"), [("minh", True), ("thu", False)])
def test_blurring_is_offered_beside_the_refusal_to_who_may(an_binh, person: str, is_offered: bool) -> None:
    """Thu writes for An Bình and may change no picture that others took."""
    page = draft_with(an_binh, "unconsented")
    user = account(f"{person}@anbinh.example", an_binh)
    with use_site(an_binh):
        (refusal,) = page_obstacles(page)
        assert blur_buttons(user, "Đơn vị đang tạm dừng nên chưa đăng bài được.") == []
        offered = [(f"/quan-tri/anh/{page.cover_image_id}/lam-mo-mat/", "Làm mờ mặt", False)]
        assert blur_buttons(user, refusal) == (offered if is_offered else [])


def test_publish_button_works_once_nothing_stands_in_the_way(minh, an_binh) -> None:
    page = draft_with(an_binh, "consented")
    answer = edit(minh, page, **{"action-publish": "1"}).content.decode()
    assert stored(an_binh).live
    assert f"/quan-tri/bai-da-gui/{page.pk}/gui/" in answer  # the next thing to do is offered


def test_bulk_publishing_is_refused_for_all_when_one_may_not(minh, an_binh) -> None:
    bad = draft_with(an_binh, "unconsented")
    with use_site(an_binh):
        good = make_article("Bài đủ điều kiện", live=False)
    minh.post(f"/quan-tri/bulk/wagtailcore/page/publish/?id={bad.pk}&id={good.pk}&next=/quan-tri/")
    with use_site(an_binh):
        assert not ArticlePage.objects.live().exists()


def submit(log_in, an_binh, **fields) -> tuple[ArticlePage, TaskState]:
    user = account("thu@anbinh.example", an_binh)
    with use_site(an_binh):
        page = make_article(live=False, owner=user, **fields)
        page.get_workflow().start(page, user)
        return page, page.current_workflow_task_state


def act(client, page, state, action: str, **data):
    return client.post(f"/quan-tri/pages/workflow/action/{page.pk}/{action}/{state.pk}/", data, follow=True)


def test_unit_starts_with_our_approval_step(an_binh) -> None:
    with use_site(an_binh):
        assert isinstance(make_article(live=False).get_workflow().tasks.get().specific, ApprovalTask)


@pytest.mark.parametrize("words", ["", "  ", "hm"])
def test_returning_without_words_leaves_the_task_open(log_in, minh, an_binh, words) -> None:
    page, state = submit(log_in, an_binh)
    act(minh, page, state, "reject", comment=words)
    # The editor sends the words as JSON beside the form, past the form of the modal.
    extra = {"action-workflow-action": "1", "workflow-action-name": "reject", "workflow-action-extra-data": "{}"}
    answer = edit(minh, page, **extra).content.decode()
    assert "Hãy viết lý do trả lại" in answer
    with use_site(an_binh):
        assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_returning_with_words_shows_them_to_the_writer(log_in, minh, an_binh) -> None:
    page, state = submit(log_in, an_binh)
    act(minh, page, state, "reject", comment="Thêm tên các em được thưởng.")
    with use_site(an_binh):
        assert WorkflowState.objects.get().status == WorkflowState.STATUS_NEEDS_CHANGES
    home = log_in("thu@anbinh.example").get("/quan-tri/").content.decode()
    assert "Thêm tên các em được thưởng." in home


def test_approval_publishes(log_in, minh, an_binh) -> None:
    page, state = submit(log_in, an_binh)
    act(minh, page, state, "approve")
    assert stored(an_binh).live


def test_approval_is_not_offered_nor_taken_while_a_picture_lacks_consent(log_in, minh, an_binh) -> None:
    with use_site(an_binh):
        image = make_image(faces="unconsented")
    page, state = submit(log_in, an_binh, cover_image=image)
    editor = minh.get(f"/quan-tri/pages/{page.pk}/edit/").content.decode()
    assert "Duyệt và đăng" not in editor
    assert "chưa có giấy đồng ý" in editor
    act(minh, page, state, "approve")
    assert not stored(an_binh).live


def test_approval_with_a_bad_picture_in_the_same_form_is_refused(log_in, minh, an_binh) -> None:
    page, _state = submit(log_in, an_binh)
    with use_site(an_binh):
        image = make_image(faces="unconsented")
    extra = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    answer = edit(minh, page, cover_image=image.pk, **extra).content.decode()
    assert "chưa có giấy đồng ý" in answer
    assert not stored(an_binh).live


@pytest.mark.parametrize(
    ("email", "main"),
    [
        ("thu@anbinh.example", "Gửi duyệt"),
        ("lan@anbinh.example", "Gửi duyệt"),
        ("minh@anbinh.example", "action-publish"),
    ],
)
def test_main_button_follows_the_right(log_in, an_binh, email, main) -> None:
    user = account(email, an_binh)
    with use_site(an_binh):
        page = make_article(live=False, owner=user)
    menu = log_in(email).get(f"/quan-tri/pages/{page.pk}/edit/").content.decode().split('class="footer', 1)[-1]
    assert menu.index(main) < menu.index("action-save-draft") if "action-save-draft" in menu else main in menu


def test_send_button_stands_in_the_editor_of_a_live_post_only(minh, an_binh) -> None:
    with use_site(an_binh):
        live, draft = make_article(), make_article(live=False)
    assert f"/bai-da-gui/{live.pk}/gui/" in minh.get(f"/quan-tri/pages/{live.pk}/edit/").content.decode()
    assert f"/bai-da-gui/{draft.pk}/gui/" not in minh.get(f"/quan-tri/pages/{draft.pk}/edit/").content.decode()


def test_editor_shows_where_the_post_stands(minh, an_binh) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    editor = minh.get(f"/quan-tri/pages/{submission.page_id}/edit/").content.decode()
    assert "Sở đã nhận bài lúc" in editor
    assert f"/bai-da-gui/{submission.page_id}/gui/" not in editor


# The portal's copies in Wagtail's screens.


@pytest.fixture
def claimed(log_in, an_binh):
    submission = send_post(an_binh, "minh@anbinh.example")
    log_in("dung@so.example").post(f"/quan-tri/ban-bien-tap/{submission.pk}/nhan/")
    submission.refresh_from_db()
    return submission


def copy(portal) -> RepublishedPage:
    with use_site(portal):
        return RepublishedPage.objects.get()


def test_wagtails_publish_button_goes_through_the_ledger(log_in, claimed, portal) -> None:
    answer = edit(log_in("dung@so.example"), copy(portal), title="Tựa rút gọn", **{"action-publish": "1"})
    assert answer.redirect_chain[-1][0] == f"/quan-tri/ban-bien-tap/{claimed.pk}/"
    claimed.refresh_from_db()
    assert claimed.state == State.PUBLISHED
    assert copy(portal).live
    assert copy(portal).title == "Tựa rút gọn"


def test_copy_of_a_released_post_is_not_published(log_in, claimed, portal) -> None:
    dung = log_in("dung@so.example")
    dung.post(f"/quan-tri/ban-bien-tap/{claimed.pk}/nha/")
    edit(dung, copy(portal), **{"action-publish": "1"})
    assert not copy(portal).live


def test_office_cannot_edit_copies(log_in, claimed, portal) -> None:
    answer = log_in("mai@so.example").get(f"/quan-tri/pages/{copy(portal).pk}/edit/")
    assert answer.status_code == 403
    assert "Tổ kỹ thuật" in answer.content.decode()


@pytest.mark.parametrize("way", ["delete", "unpublish", "copy"])
def test_copies_are_not_deleted_unpublished_or_duplicated_past_the_ledger(log_in, claimed, portal, way) -> None:
    dung = log_in("dung@so.example")
    dung.post(f"/quan-tri/ban-bien-tap/{claimed.pk}/dang/")
    dung.post(f"/quan-tri/pages/{copy(portal).pk}/{way}/")
    assert copy(portal).live
    claimed.refresh_from_db()
    assert claimed.state == State.PUBLISHED


def test_obstacles_see_what_the_form_holds_and_the_database_does_not(an_binh) -> None:
    with use_site(an_binh):
        page = make_article()
        page.cover_image = make_image(faces="unconsented")
        assert len(page_obstacles(page)) == 1
