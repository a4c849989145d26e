"""The whole way with the keyboard alone: menu, search, filters; and a display that is remembered."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hands import Hands
from tests.browser.stack import Stack
from tests.support.keys import Keys

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]


def test_menu_opens_and_leads_on_by_keyboard(stack: Stack, phone: Callable[[], Page]) -> None:
    visitor = Hands(phone())
    visitor.open(stack.url("portal"))
    keys = Keys(visitor.page)
    keys.to(text="Menu")
    keys.press("Enter")
    keys.to(text="Văn bản – Công văn")
    keys.follow()
    assert visitor.path == "/van-ban-cong-van/"


def test_search_is_asked_by_keyboard(stack: Stack, desktop: Callable[[], Page]) -> None:
    visitor = Hands(desktop())
    visitor.open(stack.url("th-an-binh", "/tin-tuc/"))
    keys = Keys(visitor.page)
    keys.to(name="q")
    visitor.page.keyboard.type("khai giang")
    keys.follow()
    assert visitor.path == "/tim-kiem/"
    assert visitor.page.input_value("main [name=q]") == "khai giang"


def test_filters_are_chosen_by_keyboard(stack: Stack, desktop: Callable[[], Page]) -> None:
    visitor = Hands(desktop())
    visitor.open(stack.url("portal", "/thi-va-tuyen-sinh/"))
    keys = Keys(visitor.page)
    keys.to(name="han")
    for _option in range(3):
        keys.press("ArrowDown")
    keys.to(text="Lọc thông báo")
    keys.follow()
    assert visitor.page.input_value("[name=han]") == "het-han"
    assert "han=het-han" in visitor.page.url


def test_display_is_remembered_on_its_host_alone_without_scripts(stack: Stack, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(stack.url("th-an-binh"))
    page.get_by_role("link", name="A+ cỡ chữ lớn hơn").click()
    page.get_by_role("link", name="Tương phản cao").click()
    page.goto(stack.url("th-an-binh", "/tin-tuc/"))
    shown = page.locator("html")
    assert (shown.get_attribute("data-view"), shown.get_attribute("data-size")) == ("high", "125")
    (cookie,) = context.cookies()
    assert (cookie["name"], cookie["value"], cookie["domain"]) == ("lt_view", "high-125", "th-an-binh.localhost")
    page.goto(stack.url("portal"))
    assert shown.get_attribute("data-view") == "light"
    page.goto(stack.url("th-an-binh", "/hien-thi/?ve=/tin-tuc/"))
    page.get_by_label("Nền tối").check()
    page.get_by_role("button", name="Dùng cách hiển thị này").click()
    assert page.url == stack.url("th-an-binh", "/tin-tuc/")
    assert (shown.get_attribute("data-view"), shown.get_attribute("data-size")) == ("dark", "125")
    context.close()
