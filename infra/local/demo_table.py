"""What `make demo` prints once it runs: the sites, who can log in, and where search answers from."""

from __future__ import annotations

import unicodedata
from typing import TypedDict

MOST_SITES = 24


class Site(TypedDict):
    """One unit's site."""

    name: str
    kind: str
    url: str


class Login(TypedDict):
    """One person of the demo."""

    role: str
    unit: str
    email: str
    password: str
    url: str


class Network(TypedDict):
    """The content of var/demo.json."""

    sites: list[Site]
    logins: list[Login]


def text(network: Network, *, search: str) -> str:
    """Return the table as lines for a terminal. search: a sentence on where search answers from."""
    sites = [[site["name"], site["url"]] for site in network["sites"][:MOST_SITES]]
    logins = [[login["role"], login["unit"], login["email"], login["password"]] for login in network["logins"]]
    more = len(network["sites"]) - len(sites)
    lines = ["", *_columns(sites), *([f"… and {more} more in var/demo.json"] if more else [])]
    lines += ["", "Log in at /quan-tri/ of the unit's site:", *_columns(logins), ""]
    return "\n".join([*lines, search, "Ctrl-C stops everything."])


def _columns(rows: list[list[str]]) -> list[str]:
    rows = [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
