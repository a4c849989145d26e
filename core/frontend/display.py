"""How a reader wants the pages shown: one of three text sizes and one of three views, kept in one cookie."""

from dataclasses import dataclass
from typing import Self

COOKIE_NAME = "lt_view"
COOKIE_AGE_SECONDS = 365 * 24 * 3600
SIZES = ("100", "125", "150")
VIEWS = ("light", "high", "dark")


@dataclass(frozen=True, slots=True)
class Display:
    """One of the nine allowed choices. size: text size in percent. view: a value of `data-view` in tokens.css."""

    size: str = SIZES[0]
    view: str = VIEWS[0]

    @classmethod
    def parse(cls, cookie: str | None) -> Self:
        """Return the choice a cookie such as "high-125" stands for; anything else is the default, never an error."""
        view, _, size = (cookie or "").partition("-")
        return cls(size=size, view=view) if size in SIZES and view in VIEWS else cls()

    @property
    def cookie(self) -> str:
        """The value to store; also the part of a page-cache key that stands for the display."""
        return f"{self.view}-{self.size}"

    @property
    def larger(self) -> str:
        """The next text size up; the largest stays."""
        return SIZES[min(SIZES.index(self.size) + 1, len(SIZES) - 1)]

    @property
    def toggled_contrast(self) -> str:
        return "light" if self.view == "high" else "high"
