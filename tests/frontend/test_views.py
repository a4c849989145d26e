"""What readers bring along: a keyboard, forced colors, no wish for motion, paper."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from core.frontend.display import VIEWS
from tests.frontend.samples import PAGES
from tests.support.keys import Keys

pytestmark = pytest.mark.browser
# What tells by its ground alone which one is current, or that it can be pressed.
CURRENT = ".cg-chip[aria-current], .cg-pager [aria-current]"
GROUNDS = """selector => [...document.querySelectorAll(selector)].map(box => getComputedStyle(box).backgroundColor)"""
BORDERLESS = """() => [...document.querySelectorAll(
  '.cg-button, .cg-tag, .cg-chip, input:not([type]), input[type=search], select'
)].filter(box => box.checkVisibility() && ['none', 'hidden'].includes(getComputedStyle(box).borderTopStyle)
).map(box => box.className)"""
STILL_MILLISECONDS = 2000
MOVING = """() => [...document.querySelectorAll('*')].filter(box => {
  const style = getComputedStyle(box);
  return style.animationName !== 'none' || style.transitionDuration.split(', ').some(time => time !== '0s');
}).map(box => box.className || box.tagName).slice(0, 5)"""
SMOOTH = "getComputedStyle(document.documentElement).scrollBehavior"
DARK_TEXT = """() => [...document.querySelectorAll('main h1, main p, main a, main td')].filter(
  box => box.checkVisibility() && !box.closest('.cg-tag')
).map(box => getComputedStyle(box).color)"""

Opened = Callable[..., Any]


@pytest.fixture
def opened(browser: Browser, gallery_address: str) -> Opened:
    """Return a context manager: name of a sample page, what the reader's system asks for → the page."""

    @contextmanager
    def open_page(name: str, **wishes: Any) -> Iterator[Page]:
        page = browser.new_page(viewport={"width": 1280, "height": 740}, **wishes)
        page.goto(f"{gallery_address}/{name}/")
        yield page
        page.close()

    return open_page


@pytest.mark.parametrize("name", ["section", "register", "admission", "search", "school"])
def test_forced_colors_keep_what_a_ground_would_tell(opened: Opened, name: str) -> None:
    with opened(name, forced_colors="active") as page:
        assert page.evaluate(BORDERLESS) == []
        grounds = page.evaluate(GROUNDS, CURRENT)
        plain = page.evaluate(GROUNDS, "body")[0]
        assert all(ground != plain for ground in grounds)


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_moves_for_readers_who_asked_for_stillness(opened: Opened, name: str) -> None:
    with opened(name, reduced_motion="reduce") as page:
        assert page.evaluate(MOVING) == []
        assert page.evaluate(SMOOTH) == "auto"


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_moves_by_itself_for_anybody(opened: Opened, name: str) -> None:
    with opened(name) as page:
        # A color that changes in 0.12 s when the style sheet arrives has ended by then; what repeats has not.
        page.wait_for_function("document.getAnimations().length === 0", timeout=STILL_MILLISECONDS)
        assert page.locator("marquee, blink, video[autoplay]").count() == 0


@pytest.mark.parametrize("name", ["article", "admission", "search"])
def test_tab_leads_through_galleries_tables_and_filters_and_out_of_the_page(opened: Opened, name: str) -> None:
    with opened(name) as page:
        assert Keys(page).leave() > 20


@pytest.mark.parametrize("view", VIEWS)
def test_paper_is_black_on_white_in_every_view(opened: Opened, view: str) -> None:
    with opened("article", reduced_motion="reduce") as page:
        page.evaluate("view => document.documentElement.dataset.view = view", view)
        page.emulate_media(media="print")
        assert page.evaluate(GROUNDS, "body") == ["rgb(255, 255, 255)"]
        assert set(page.evaluate(DARK_TEXT)) == {"rgb(0, 0, 0)"}
