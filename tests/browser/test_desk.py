"""The desk by keyboard: j, k, x and Enter, and how to be rid of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.stack import Stack
from tests.support.database import run_database_name, use_database

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]
TITLES = ("Ngày hội đọc sách", "Trồng tre giữ bờ suối", "Hội thi kể chuyện")
DESK = "/quan-tri/ban-bien-tap/"


@pytest.fixture(scope="module")
def posts(stack: Stack, django_db_blocker: pytest.FixtureRequest) -> None:
    """Three posts that wait, written before the browser starts: afterwards Django takes no query."""
    from django.db import connection

    from tests.factories.exchange import send_post
    from tests.support.network import site_of

    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        use_database(f"{run_database_name()}_browser")
        for title in TITLES:
            send_post(site_of("th-an-binh"), "minh@anbinh.example", title)
        use_database(shared)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent")).strip()


def test_desk_is_walked_by_keys_and_they_can_be_turned_off(
    posts: None, stack: Stack, desktop: Callable[[], Page]
) -> None:
    desk = Hands(desktop())
    desk.log_in(stack.url("portal", "/quan-tri/"), "dung@so.example")
    desk.open(stack.url("portal", DESK))
    page, keys = desk.page, desk.page.keyboard
    assert desk.sees("Phím tắt:")
    keys.press("j")
    assert focused(page) == TITLES[0]
    keys.press("j")
    keys.press("x")
    assert page.locator("[data-row] input:checked").count() == 1
    assert (
        page.locator("[data-row]", has=page.locator("input:checked")).locator("[data-open]").inner_text() == TITLES[1]
    )
    keys.press("k")
    assert focused(page) == TITLES[0]
    page.get_by_role("button", name="Tắt phím tắt").click()
    keys.press("j")
    assert focused(page) == "Bật phím tắt"
    page.get_by_role("button", name="Bật phím tắt").click()
    keys.press("j")
    with page.expect_navigation():
        keys.press("Enter")
    assert page.locator("h1").inner_text() == TITLES[0]


def test_letters_typed_into_a_filter_stay_letters(posts: None, stack: Stack, desktop: Callable[[], Page]) -> None:
    desk = Hands(desktop())
    desk.log_in(stack.url("portal", "/quan-tri/"), "dung@so.example")
    desk.open(stack.url("portal", DESK))
    desk.page.locator(".lt-filter > summary").click()
    field = desk.page.locator("[name=don_vi]")
    field.press_sequentially("jkx")
    assert field.input_value() == "jkx"
    assert desk.page.locator("[data-row] input:checked").count() == 0


def test_desk_fits_a_phone(posts: None, stack: Stack, phone: Callable[[], Page]) -> None:
    desk = Hands(phone())
    desk.log_in(stack.url("portal", "/quan-tri/"), "dung@so.example")
    desk.open(stack.url("portal", DESK))
    assert not desk.has_sideways_scroll()
    assert not desk.sees("Phím tắt:")
