"""What a page says about itself to browsers, search engines and archives."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString

from sites.frame import LanguageLink, Link


@dataclass(frozen=True, slots=True)
class DublinCore:
    """The fields of Dublin Core a page carries (TT 24/2011 as the floor); empty ones are left out."""

    creator: str = ""
    publisher: str = ""
    published_date: date | None = None
    identifier: str = ""
    source: str = ""
    subject: str = ""
    type: str = "Text"


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Head and frame data of one page.

    title: of the page alone; the site's name is added. canonical_url: absolute, on another host for republished posts.
    section_url: the menu item to mark as current. breadcrumb: ancestors, nearest last, without the page itself.
    json_ld: ready script element, or "". image_url: absolute, for shared links. indexable: False keeps robots out.
    translation_url: what the language switch leads to, "" for the other language's home page.
    alternates: whole addresses of this page in each language it has, itself first; empty when it has one.
    feed: title and address of the Atom feed of this listing. owner: the sentence that names who owns this section.
    """

    title: str
    description: str = ""
    canonical_url: str = ""
    section_url: str = ""
    breadcrumb: tuple[Link, ...] = ()
    kind: str = "website"
    image_url: str = ""
    published_at: datetime | None = None
    modified_at: datetime | None = None
    dublin_core: DublinCore = DublinCore()
    json_ld: SafeString | str = ""
    translation_url: str = ""
    alternates: tuple[LanguageLink, ...] = ()
    feed: Link | None = None
    owner: str = ""
    indexable: bool = True
