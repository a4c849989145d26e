from dataclasses import dataclass

from sites.viewdata.cards import Tag


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart. share: percent, 0–100, for the words. length: the same in whole percent, for the drawing."""

    label: str
    count: int
    share: float
    length: int


@dataclass(frozen=True, slots=True)
class PollView:
    """One poll. bars: the results, empty while they may not be seen. total: "128 người đã trả lời".

    has_voted: this browser has. asks: whether the form is shown.
    """

    title: str
    state: Tag
    days: str
    summary: str
    action: str
    asks: bool
    has_voted: bool = False
    bars: tuple[Bar, ...] = ()
    total: str = ""
    hint: str = ""
