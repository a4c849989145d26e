"""Each public page type as it is served: axe without objection, nothing wider than the screen, no request elsewhere."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request

from core.frontend.display import VIEWS
from tests.browser.hands import Hands
from tests.browser.stack import Stack

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]

PAGES = {
    "portal home": ("portal", "/"),
    "school home": ("th-an-binh", "/"),
    "section": ("th-an-binh", "/tin-tuc/"),
    "exams and admissions": ("portal", "/thi-va-tuyen-sinh/"),
    "standing page": ("th-an-binh", "/gioi-thieu/"),
    "leaders": ("th-an-binh", "/gioi-thieu/lanh-dao/"),
    "organization chart": ("th-an-binh", "/gioi-thieu/co-cau-to-chuc/"),
    "directory of officials": ("th-an-binh", "/gioi-thieu/danh-ba-can-bo/"),
    "contact": ("th-an-binh", "/lien-he/"),
    "directory of units": ("portal", "/danh-ba/"),
    "unit": ("portal", "/danh-ba/th-an-binh/"),
    "map of the site": ("portal", "/chuyen-muc/"),
    "from units": ("portal", "/thong-tin-tu-co-so/"),
    "register of documents": ("portal", "/van-ban-cong-van/"),
    "answered questions": ("portal", "/hoi-dap/"),
    "form for a question": ("portal", "/hoi-dap/gui/"),
    "look-up of a question": ("portal", "/hoi-dap/theo-doi/?ma=7K4M-29XW-C3TR"),
    "working week": ("portal", "/lich-cong-tac/"),
    "procedures": ("portal", "/cai-cach-thu-tuc-hanh-chinh/"),
    "resources": ("portal", "/tai-nguyen/"),
    "list of systems": ("portal", "/he-thong-nghiep-vu/"),
    "albums": ("portal", "/anh/"),
    "drafts": ("portal", "/gop-y-du-thao/"),
    "polls": ("portal", "/y-kien-tham-do/"),
    "exams": ("portal", "/tra-cuu/"),
    "disclosure": ("th-an-binh", "/cong-khai/"),
    "menus and plans": ("th-an-binh", "/thuc-don-ke-hoach/"),
    "search": ("portal", "/tim-kiem/?q=truong"),
    "search within a unit": ("th-an-binh", "/tim-kiem/?q=truong"),
    "open data": ("portal", "/api/"),
    "English home": ("portal", "/en/"),
    "not found": ("portal", "/khong-co-trang-nay/"),
    "log-in": ("th-an-binh", "/quan-tri/dang-nhap/"),
}

SHOW = "view => document.documentElement.dataset.view = view"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", list(PAGES))
def test_page_is_accessible_and_fits(
    stack: Stack, phone: Callable[[], Page], desktop: Callable[[], Page], name: str, width: int
) -> None:
    visitor = Hands(phone() if width == 360 else desktop())
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not (urlsplit(request.url).hostname or "localhost").endswith("localhost"):
            elsewhere.append(request.url)

    visitor.page.on("request", note)
    host, path = PAGES[name]
    visitor.page.emulate_media(reduced_motion="reduce")  # no color is measured half-way to another
    visitor.open(stack.url(host, path))
    for view in VIEWS:
        visitor.page.evaluate(SHOW, view)
        assert visitor.axe_violations() == [], view
        assert not visitor.has_sideways_scroll(), view
    if width == 1280:
        visitor.page.set_viewport_size({"width": width // 2, "height": 450})  # as at 200 % zoom
        assert not visitor.has_sideways_scroll()
    assert elsewhere == []


def test_skip_link_comes_first(stack: Stack, desktop: Callable[[], Page]) -> None:
    visitor = Hands(desktop())
    visitor.open(stack.url("portal"))
    visitor.page.keyboard.press("Tab")
    assert "Bỏ qua, đến nội dung chính" in visitor.page.evaluate("document.activeElement.textContent")
