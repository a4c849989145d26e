"""Suggestions below the search field: by keyboard on a desk, by touch on a phone, without scripts an ordinary form."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.stack import Stack
from tests.support.keys import Keys

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]

FIELD = "header [role=combobox]"


def wait_for_options(page: Page, count: int) -> None:
    page.wait_for_function("count => document.querySelectorAll('[role=option]').length === count", arg=count)


def test_suggestion_is_chosen_by_keyboard(stack: Stack, desktop: Callable[[], Page]) -> None:
    visitor = Hands(desktop())
    page = visitor.page
    visitor.open(stack.url("th-an-binh", "/tin-tuc/"))
    height = page.evaluate("document.documentElement.scrollHeight")
    Keys(page).to(name="q")
    page.keyboard.type("tieu hoc")
    wait_for_options(page, 2)
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert page.get_attribute(FIELD, "aria-expanded") == "true"
    assert page.inner_text("header [role=status]") == "Có 2 gợi ý. Dùng phím mũi tên để chọn."
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute(FIELD, "aria-activedescendant")
    assert "Phú Hòa" in page.inner_text(f"#{active}[aria-selected=true]")
    assert visitor.axe_violations() == []
    page.keyboard.press("Escape")
    assert page.get_attribute(FIELD, "aria-expanded") == "false"
    assert page.input_value(FIELD) == "tieu hoc"
    page.keyboard.type(" phu")
    wait_for_options(page, 1)
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == stack.url("th-phu-hoa")


def test_suggestion_is_touched_on_a_phone(stack: Stack, phone: Callable[[], Page]) -> None:
    visitor = Hands(phone())
    page = visitor.page
    visitor.open(stack.url("portal", "/tim-kiem/"))
    field = page.locator("main [name=q]")
    field.tap()
    page.wait_for_selector("main [role=combobox]")
    field.press_sequentially("an binh")
    wait_for_options(page, 1)
    assert not visitor.has_sideways_scroll()
    assert visitor.axe_violations() == []
    visitor.go("[role=option]")
    assert page.url == stack.url("th-an-binh")
