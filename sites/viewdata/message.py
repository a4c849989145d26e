"""Pages that say one thing: not found, taken down, too many requests."""

from dataclasses import dataclass

from sites.frame import Link


@dataclass(frozen=True, slots=True)
class MessageView:
    """title: what happened. text: what to do. query: words of the address to search for; "" shows no search field."""

    title: str
    text: str
    query: str = ""
    links: tuple[Link, ...] = ()
