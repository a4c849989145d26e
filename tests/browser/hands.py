"""A person's hands on a page: each touch or filled field counts as one interaction."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.support.network import PASSWORD

# Slow 4G on a cheap phone, as Lighthouse throttles: 1.6 Mbit/s down, 0.75 up, 150 ms, processor at a quarter.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
CPU_RATE = 4
AXE = Path(__file__).resolve().parents[1] / "support" / "axe.min.js"


class Hands:
    """Drives one page and counts. `touches` is reset by `rest`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.touches = 0
        self._is_phone = bool(page.viewport_size and page.viewport_size["width"] < 700)

    def slow_down(self) -> None:
        """Behave like a cheap phone on slow 4G from now on."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_RATE})

    def open(self, url: str) -> None:
        self.page.goto(url, wait_until="load")

    def press(self, selector: str) -> None:
        """Touch what `selector` finds first."""
        self.touches += 1
        target = self.page.locator(selector).first
        target.tap() if self._is_phone else target.click()

    def go(self, selector: str) -> None:
        """Touch what leads to another page, and wait for that page."""
        with self.page.expect_navigation(wait_until="load", timeout=60_000):
            self.press(selector)

    def write(self, selector: str, text: str) -> None:
        self.touches += 1
        self.page.locator(selector).first.fill(text)

    def attach(self, selector: str, files: list[Path]) -> None:
        self.touches += 1
        self.page.locator(selector).set_input_files([str(file) for file in files])

    def log_in(self, url: str, email: str) -> None:
        self.open(url)
        self.write("[name=email]", email)
        self.write("[name=password]", PASSWORD)
        self.go("main form button")
        assert "dang-nhap" not in self.page.url, self.page.inner_text("body")[:500]

    def sees(self, text: str) -> bool:
        return text in self.page.inner_text("body").replace("\xa0", " ")

    def has_sideways_scroll(self) -> bool:
        return bool(
            self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")
        )

    def axe_violations(self) -> list[str]:
        """Return what axe-core objects to, as `rule: first element`."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        result = self.page.evaluate(
            "axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
        )
        return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in result["violations"]]

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path
