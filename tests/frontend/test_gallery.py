"""Every page template with rich sample data, in a real browser: accessible, never wider than a phone."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from core.frontend.display import VIEWS
from tests.frontend.gallery import render_page
from tests.frontend.samples import PAGES

AXE = Path(__file__).parents[1] / "support" / "axe.min.js"
RUN_AXE = """async () => (await axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']
})).violations.map(
  found => found.id + ': ' + found.nodes.map(n => n.target + ' ' + n.any.map(check => check.message)).join(' | ')
)"""
WIDER = """() => [...document.querySelectorAll('body *')].filter(
  box => box.getBoundingClientRect().right > innerWidth + 1 && !box.closest('[role=region], .cg-bridge, .cg-vh')
).map(box => box.className || box.tagName).slice(0, 5)"""
BIG = 1280
PHONE = 360
SHOW = "choice => Object.assign(document.documentElement.dataset, choice)"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: without motion, so that no color is measured half-way to another."""
    opened = browser.new_page(reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_page_renders_without_gaps(name: str) -> None:
    html = render_page(name)
    assert "None" not in html
    assert html.count("<h1") == 1
    assert html.count("style=") == html.count("onclick") == 0


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_axe_violation(name: str, page: Page, gallery_address: str) -> None:
    page.goto(f"{gallery_address}/{name}/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width, view in itertools.product((BIG, PHONE), VIEWS):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate(SHOW, {"view": view})
        assert page.evaluate(RUN_AXE) == [], (width, view)


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_page_never_scrolls_sideways(name: str, page: Page, gallery_address: str) -> None:
    """320 px; 640 px as 1280 at 200 % zoom; text at 150 % on both widths, at 200 % on the phone."""
    page.goto(f"{gallery_address}/{name}/")
    for width, size, text in (
        (320, "100", ""),
        (640, "100", ""),
        (PHONE, "150", ""),
        (BIG, "150", ""),
        (PHONE, "100", "200%"),
    ):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate(SHOW, {"size": size})
        page.evaluate("size => document.documentElement.style.fontSize = size", text)
        assert page.evaluate(WIDER) == [], (width, size, text)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_first_view_is_light_and_comes_from_one_host(browser: Browser, gallery_address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{gallery_address}/portal/", wait_until="networkidle")
    frame_requests = [url for url in asked if "/anh/" not in url]
    assert all(url.startswith(gallery_address) for url in asked)
    assert len(frame_requests) <= 12
    page.close()


@pytest.mark.browser
def test_menu_opens_and_leads_on_without_scripts(browser: Browser, gallery_address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740}, java_script_enabled=False)
    page.goto(f"{gallery_address}/portal/")
    page.get_by_text("Menu", exact=True).click()
    assert page.get_by_role("link", name="Văn bản – Công văn").first.is_visible()
    page.close()


@pytest.mark.browser
def test_skip_link_is_first_and_every_stop_of_tab_is_seen(page: Page, gallery_address: str) -> None:
    page.set_viewport_size({"width": BIG, "height": 740})
    page.goto(f"{gallery_address}/portal/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    for _ in range(40):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const box = document.activeElement.getBoundingClientRect(); return [box.width, box.height]; })()"
        )
        assert min(box) > 0
