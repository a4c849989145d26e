"""The frame of the admin on a phone and on a desk: no title and no name in the menu is cut off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.stack import Stack

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]

LISTS = {
    "pages": "/quan-tri/pages/",
    "questions": "/quan-tri/cau-hoi/",
    "officials": "/quan-tri/can-bo/",
    "pictures": "/quan-tri/images/",
    "documents": "/quan-tri/documents/",
}
# Words of which a part cannot be seen, within whatever hides it.
CUT = """selector => [...document.querySelectorAll(selector)].filter(box => {
  if (!box.checkVisibility() || !box.textContent.trim()) return false;
  const range = document.createRange();
  range.selectNodeContents(box);
  const words = range.getBoundingClientRect();
  if (!words.width || words.width <= 1) return false;
  for (let frame = box; frame && frame !== document.body; frame = frame.parentElement) {
    const style = getComputedStyle(frame);
    if (style.position === 'absolute' && frame.offsetWidth <= 1) return false;
    const hides = style.overflowX !== 'visible';
    const edge = frame.getBoundingClientRect();
    if (hides && (words.right > edge.right + 1 || words.left < edge.left - 1)) return true;
  }
  return words.right > innerWidth + 1;
}).map(box => box.textContent.trim().slice(0, 60))"""
TITLES = ".w-header__title, .w-slim-header .w-breadcrumbs li:last-child, .lt-title"
# Those of a closed part of the menu lie outside on purpose.
MENU = ".sidebar-menu-item:not(.sidebar-menu-item--in-sub-menu) > :is(a, button) .menuitem-label"


@pytest.mark.parametrize("name", LISTS)
def test_no_title_is_cut_off_on_a_phone(stack: Stack, phone: Callable[[], Page], name: str) -> None:
    visitor = Hands(phone())
    visitor.log_in(stack.url("th-an-binh", "/quan-tri/"), "minh@anbinh.example")
    visitor.open(stack.url("th-an-binh", LISTS[name]))
    assert visitor.page.evaluate(CUT, TITLES) == []
    assert not visitor.has_sideways_scroll()


def test_no_name_in_the_menu_is_cut_off(stack: Stack, desktop: Callable[[], Page]) -> None:
    visitor = Hands(desktop())
    visitor.log_in(stack.url("th-an-binh", "/quan-tri/"), "minh@anbinh.example")
    visitor.open(stack.url("th-an-binh", "/quan-tri/"))
    assert visitor.sees("Con người, tổ chức")
    assert visitor.page.evaluate(CUT, MENU) == []
