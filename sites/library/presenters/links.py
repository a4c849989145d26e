"""A list of systems and services elsewhere. What the nightly check found is told to editors only."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from core.slugs import slugify_title
from sites.library.enums import Audience
from sites.library.models import LinksPage
from sites.library.viewdata import LinkGroup, LinkRow, LinksView
from sites.presenters.meta import page_meta
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.listing import EmptyState


def present_links(page: LinksPage, around: Surroundings) -> Presented:
    """Return the list in its groups. No query of its own."""
    groups = tuple(_groups(page))
    empty = EmptyState(_("Chưa có đường dẫn nào ở đây. Bạn xem các chuyên mục khác."), around.frame.nav[:3])
    view = LinksView(page.title, page.summary, groups, empty=None if groups else empty)
    return Presented("library/links.html", page_meta(page, around), view)


def site_name(url: str) -> str:
    """Return the host a reader goes to: "csdl.moet.gov.vn"."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _groups(page: LinksPage) -> Iterator[LinkGroup]:
    """Yield the links under each heading; a heading without links is left out."""
    title, links = "", list[LinkRow]()
    for number, block in enumerate((*page.links.raw_data, None), start=1):
        if block is not None and block["type"] == "link":
            links.append(_link(block["value"]))
            continue
        if links:
            yield LinkGroup(title, f"{slugify_title(title) or 'nhom'}-{number}", tuple(links))
        if block is not None:
            title, links = block["value"]["text"], []


def _link(value: dict[str, str]) -> LinkRow:
    audience = value.get("audience") or Audience.EVERYBODY
    return LinkRow(
        name=value["name"],
        url=value["url"],
        purpose=value.get("purpose") or "",
        audience=str(Audience(audience).label) if audience in Audience else "",
        site=site_name(value["url"]),
        needs_login=bool(value.get("needs_login")),
    )
