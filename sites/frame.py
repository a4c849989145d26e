"""The frame around every public page of one unit: masthead, menu, alert and the footer the law asks for.

Plain data, the same for all pages of a unit until its menu, register entry or alert changes.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

SiteKind = Literal["portal", "school", "office"]


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """Another language under its own name: code "en", title "English"."""

    code: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class NavGroup:
    """A titled group of sections on "Tất cả chuyên mục" and in the phone menu; title may be ""."""

    title: str
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as people write it, "(0232) 000 0000", and as telephones dial it, "+84232…"."""

    label: str
    dial: str


@dataclass(frozen=True, slots=True)
class Alert:
    """The one warning over all pages: level khẩn ("urgent") or lưu ý ("notice"), the sentence, what follows from it."""

    level: Literal["urgent", "notice"]
    text: str
    detail: str = ""
    link: Link | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FooterData:
    """What the footer must say (NĐ 174/2026), from the register of units; an empty field is left out of the page.

    responsible: name and position. license: "Giấy phép số … do … cấp ngày …" (portal only).
    links: site map, accessibility, data protection, error report, RSS. network: Sở, Ministry, public services.
    """

    title: str
    authority: str = ""
    responsible: str = ""
    address: str = ""
    phone: Phone | None = None
    email: str = ""
    license: str = ""
    links: tuple[Link, ...] = ()
    network: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """Everything around the content.

    name, over: the two lines of the masthead, "Trường Tiểu học Khe Sanh" under "Xã Khe Sanh, Quảng Trị".
    site_name: the whole name for titles and feeds. identity: the sentence of the strip. parent: linked in the strip.
    palette: one of the eight ids of tokens.css. nav: at most 7 items. groups: the whole menu for phones.
    search_label: the words inside the search field. notice: band of a closed unit.
    other_language: where the language switch leads, None in a unit of one language.
    origin: what whole addresses of this site start with, "https://thkhesanh.example".
    key: changes with anything in here; fragments that are made of nothing else are kept under it.
    """

    key: str
    kind: SiteKind
    name: str
    over: str
    site_name: str
    palette: str
    footer: FooterData
    identity: str = ""
    parent: Link | None = None
    nav: tuple[Link, ...] = ()
    groups: tuple[NavGroup, ...] = ()
    all_sections_url: str = ""
    hotline: Phone | None = None
    alert: Alert | None = None
    notice: str = ""
    logo_url: str = ""
    home_url: str = "/"
    origin: str = ""
    search_url: str = "/tim-kiem/"
    search_label: str = ""
    other_language: LanguageLink | None = None
