from typing import NamedTuple


class Page(NamedTuple):
    """number: of the page, sheet or slide, from 1; None where the format has none. is_picture: a scan without words."""

    number: int | None
    text: str
    is_picture: bool = False
