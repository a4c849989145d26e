"""What the admin answers when somebody presses its buttons: in Vietnamese, and in our words."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from sites.models import SectionPage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article
from tests.factories.pictures import jpeg, make_image
from tests.sites.admin.test_publishing import act, edit, submit
from tests.sites.language.english import is_english
from tests.sites.language.spoken import spoken_in

Step = Callable[[Client, UnitSite], HttpResponse]


def on_page(verb: str, **data: object) -> Step:
    """Return a step that posts `data` to the screen `verb` of a live page."""

    def step(client: Client, site: UnitSite) -> HttpResponse:
        return client.post(f"/quan-tri/pages/{_article(site).pk}/{verb}/", data, follow=True)

    return step


def in_editor(*, live: bool = True, **changes: object) -> Step:
    """Return a step that posts the page editor's form."""
    return lambda client, site: edit(client, _article(site, live=live), **changes)


def in_bulk(verb: str) -> Step:
    def step(client: Client, site: UnitSite) -> HttpResponse:
        pages = f"id={_article(site).pk}&id={_article(site, live=False).pk}"
        return client.post(f"/quan-tri/bulk/wagtailcore/page/{verb}/?{pages}&next=/quan-tri/", follow=True)

    return step


def _article(site: UnitSite, *, live: bool = True, **fields: object) -> Page:
    with use_site(site):
        return make_article(live=live, **fields)


def copy_page(client: Client, site: UnitSite, *, slug: str = "ban-sao") -> HttpResponse:
    with use_site(site):
        page, section = make_article(), SectionPage.objects.get(key=SectionKey.NEWS)
    data = {"new_title": "Bản sao", "new_slug": slug or page.slug, "new_parent_page": section.pk}
    return client.post(f"/quan-tri/pages/{page.pk}/copy/", data, follow=True)


def move_page(client: Client, site: UnitSite) -> HttpResponse:
    with use_site(site):
        page, other = make_article(live=False), SectionPage.objects.exclude(key=SectionKey.NEWS).first()
    return client.post(f"/quan-tri/pages/{page.pk}/move/{other.pk}/confirm/", follow=True)


def cancel_schedule(client: Client, site: UnitSite) -> HttpResponse:
    page = _article(site, live=False, go_live_at=timezone.now() + timedelta(days=2))
    with use_site(site):
        revision = page.get_latest_revision()
        revision.publish()
    return client.post(f"/quan-tri/pages/{page.pk}/revisions/{revision.pk}/unschedule/", follow=True)


def edit_locked(client: Client, site: UnitSite) -> HttpResponse:
    page = _article(site)
    client.post(f"/quan-tri/pages/{page.pk}/lock/")
    return client.get(f"/quan-tri/pages/{page.pk}/edit/")


def search_nothing(client: Client, site: UnitSite) -> HttpResponse:
    return client.get("/quan-tri/pages/search/?q=khongcogi")


def change_image(client: Client, site: UnitSite) -> HttpResponse:
    with use_site(site):
        image = make_image()
    data = {"title": "Ảnh mới", "description": "Học sinh", "faces": "no_faces", "tags": ""}
    return client.post(f"/quan-tri/images/{image.pk}/", data, follow=True)


def change_image_badly(client: Client, site: UnitSite) -> HttpResponse:
    with use_site(site):
        image = make_image()
    return client.post(f"/quan-tri/images/{image.pk}/", {"title": "", "tags": "", "focal_point_x": "a"}, follow=True)


def delete_image(client: Client, site: UnitSite) -> HttpResponse:
    with use_site(site):
        image = make_image()
    return client.post(f"/quan-tri/images/{image.pk}/delete/", follow=True)


def upload_image(client: Client, site: UnitSite) -> HttpResponse:
    return client.post("/quan-tri/images/multiple/add/", {"files[]": jpeg()})


def upload_image_twice(client: Client, site: UnitSite) -> HttpResponse:
    upload_image(client, site)
    return upload_image(client, site)


TOMORROW, LATER = ((timezone.now() + timedelta(days=days)).strftime("%d/%m/%Y %H:%M") for days in (1, 2))
STEPS: list[tuple[Step, str]] = [
    (in_editor(), "Đã lưu trang “"),
    (in_editor(live=False, **{"action-publish": "1"}), "Đã đăng trang “"),
    (in_editor(live=False, go_live_at=TOMORROW, **{"action-publish": "1"}), "Đã hẹn giờ đăng trang “"),
    (in_editor(title=""), "Chưa lưu được trang. Hãy sửa các mục được đánh dấu."),
    (in_editor(title=""), "Bạn chưa điền mục này."),
    (in_editor(source_url="không phải địa chỉ"), "Hãy nhập địa chỉ trang web hợp lệ"),
    (in_editor(go_live_at="31/2/2026"), "Hãy nhập ngày giờ hợp lệ, ví dụ 23/11/2026 08:30."),
    (in_editor(go_live_at=LATER, expire_at=TOMORROW), "Giờ đăng phải trước giờ hết hạn."),
    (in_editor(expire_at="01/01/2020 08:00"), "Giờ hết hạn phải ở tương lai."),
    (on_page("lock"), "Bạn đang khóa"),
    (edit_locked, "Mở khóa"),
    (copy_page, "Đã sao chép trang “"),
    (partial(copy_page, slug=""), "đã có trang khác dùng dưới trang cha"),
    (move_page, "Đã chuyển trang “"),
    (cancel_schedule, "Đã bỏ lịch đăng bản lưu"),
    (in_bulk("publish"), "Đã đăng 2 trang"),
    (search_nothing, "Không có trang nào khớp"),
    (change_image, "Đã lưu ảnh “Ảnh mới”."),
    (change_image_badly, "Chưa lưu được ảnh. Hãy sửa các mục được đánh dấu."),
    (delete_image, "Đã xóa ảnh “"),
    (upload_image, "Lời mô tả ảnh"),
    (upload_image_twice, "Giữ ảnh mới"),
]


@pytest.mark.parametrize(("step", "words"), STEPS, ids=[words for _step, words in STEPS])
def test_button_is_answered_in_vietnamese(log_in, an_binh, step: Step, words: str) -> None:
    answer = step(log_in("minh@anbinh.example"), an_binh)
    said = list(spoken_in(answer))
    assert words in "\n".join(said)
    assert [text for text in said if is_english(text)] == []


def test_draft_in_review_is_answered_in_vietnamese(log_in, an_binh) -> None:
    page, state = submit(log_in, an_binh)
    answer = act(log_in("minh@anbinh.example"), page, state, "approve")
    assert [text for text in spoken_in(answer) if is_english(text)] == []
