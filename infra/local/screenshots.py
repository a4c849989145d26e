"""The pictures of docs/screenshots/, taken of a demo that runs: `python -m infra.local.screenshots`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from infra.local import paths, prerequisites
from infra.local.failure import LocalError, run

FOLDER = paths.ROOT / "docs" / "screenshots"
DESK_WIDTH, DESK_HEIGHT = 1280, 800
PHONE_WIDTH, PHONE_HEIGHT = 360, 740
MOST_BYTES = 150_000
QUALITIES = (86, 76, 64, 52)


@dataclass(frozen=True)
class Picture:
    """role: of the demo's person who looks, "" for a reader. follow: a selector whose link leads to what is shown."""

    name: str
    host: str
    path: str
    role: str = ""
    is_phone: bool = False
    follow: str = ""


PORTAL, PRIMARY, MIDDLE = "portal", "th-khe-sanh", "th-thcs-ba-long"
PICTURES = (
    Picture("portal-home", PORTAL, "/"),
    Picture("from-units", PORTAL, "/thong-tin-tu-co-so/"),
    Picture("school-home-phone", PRIMARY, "/", is_phone=True),
    Picture("article-phone", PORTAL, "/thong-tin-tu-co-so/", is_phone=True, follow="main article h2 a, main h3 a"),
    Picture("search-phone", PORTAL, "/tim-kiem/?q=tuyen+sinh+lop+10", is_phone=True),
    Picture("documents", PORTAL, "/van-ban-cong-van/"),
    Picture("week", PORTAL, "/lich-cong-tac/"),
    Picture("disclosures-phone", PRIMARY, "/cong-khai/", is_phone=True),
    Picture("desk", PORTAL, "/quan-tri/ban-bien-tap/", role="Tổ kỹ thuật"),
    Picture("write-phone", MIDDLE, "/quan-tri/viet-bai/", role="Người viết", is_phone=True),
)


def main() -> int:
    """Take all pictures and write them to FOLDER. Raise LocalError when no demo runs or a picture is too heavy."""
    told = paths.VAR / "demo.json"
    chromium = prerequisites.browser()
    if not told.exists() or not chromium:
        raise LocalError("Start `make demo` in another terminal first; Chromium must be installed.")
    demo = json.loads(told.read_text(encoding="utf-8"))
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        for picture in PICTURES:
            with _opened(browser, picture) as page:
                _look(page, picture, demo)
                _take(page, picture.name)
        browser.close()
    return 0


@contextmanager
def _opened(browser: Browser, picture: Picture) -> Iterator[Page]:
    width, height = (PHONE_WIDTH, PHONE_HEIGHT) if picture.is_phone else (DESK_WIDTH, DESK_HEIGHT)
    context = browser.new_context(
        viewport={"width": width, "height": height}, is_mobile=picture.is_phone, has_touch=picture.is_phone, locale="vi"
    )
    yield context.new_page()
    context.close()


def _look(page: Page, picture: Picture, demo: dict[str, list[dict[str, str]]]) -> None:
    site = next(site["url"] for site in demo["sites"] if site["url"].startswith(f"http://{picture.host}."))
    if picture.role:
        login = next(one for one in demo["logins"] if one["role"] == picture.role and one["url"].startswith(site))
        page.goto(login["url"])
        page.fill("[name=email]", login["email"])
        page.fill("[name=password]", login["password"])
        with page.expect_navigation():
            page.click("main form button")
    page.goto(site.rstrip("/") + picture.path, wait_until="networkidle")
    if picture.follow:
        with page.expect_navigation(wait_until="networkidle"):
            page.click(picture.follow)


def _take(page: Page, name: str) -> None:
    """Write the picture in the best quality that is light enough."""
    for quality in QUALITIES:
        content = page.screenshot(type="jpeg", quality=quality)
        if len(content) <= MOST_BYTES:
            (FOLDER / f"{name}.jpg").write_bytes(content)
            print(f"{name}.jpg  {len(content) // 1000} kB")
            return
    raise LocalError(f"{name} stays heavier than {MOST_BYTES // 1000} kB.")


if __name__ == "__main__":
    run(main)
