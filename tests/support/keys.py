"""The keyboard on a page: every stop of Tab is seen and shows that it has the focus."""

from playwright.sync_api import Page

MOST_STOPS = 120
# The element that has the focus: whether it is seen, and whether it shows that it has it.
FOCUSED = """() => {
  const box = document.activeElement, place = box.getBoundingClientRect(), style = getComputedStyle(box);
  return {
    text: box.textContent.trim(), name: box.getAttribute('name') ?? '',
    isBody: box === document.body,
    isSeen: place.width > 0 && place.height > 0 && place.bottom > 0 && place.top < innerHeight,
    hasRing: box.closest('.cg-link') !== null || style.outlineStyle !== 'none' || style.boxShadow !== 'none',
  };
}"""


class Keys:
    """Goes through one page by Tab; every stop must be seen and show its focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, *, text: str = "", name: str = "") -> None:
        """Press Tab until the stop that begins with this text, or the field of this name, has the focus."""
        for _stop in range(MOST_STOPS):
            stop = self.next()
            if stop["name"] == name if name else str(stop["text"]).startswith(text):
                return
        raise AssertionError(f"no stop {name or text!r} within {MOST_STOPS}")

    def next(self) -> dict[str, object]:
        self.page.keyboard.press("Tab")
        stop: dict[str, object] = self.page.evaluate(FOCUSED)
        assert stop["isBody"] or (stop["isSeen"] and stop["hasRing"]), stop
        return stop

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def leave(self) -> int:
        """Press Tab until the page is left; return how many stops it has."""
        for stop in range(MOST_STOPS):
            if self.next()["isBody"]:
                return stop
        raise AssertionError("Tab never left the page")

    def follow(self, key: str = "Enter") -> None:
        with self.page.expect_navigation(wait_until="load", timeout=60_000):
            self.press(key)
