"""The demo's albums, videos, resources and lists of links. Albums are made of the pictures of a unit's own posts."""

import tomllib
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from core.media.models import UnitDocument
from infra.demo import stream
from infra.demo.letter import Letter, draw_letter
from infra.demo.pictures_store import add_picture
from infra.demo.publishing import publish
from infra.demo.texts import CONTENT, DEMO_NOW, seed_of, videos
from sites.library.models import AlbumPage, LinksPage, ResourcePage, ResourcesPage
from sites.models import ArticlePage
from tenants.units.context import current_site

MONTHS = 4
FEWEST_PICTURES = 2


@transaction.atomic
def add_library(code: str) -> None:
    """Publish what the active unit has of it: albums and resources everywhere, the rest on the portal."""
    _add_albums()
    for row in _written("units_library.toml")["resource"]:
        if row["unit"] == code:
            _add_resource(row)
    if not current_site().is_portal:
        return
    written = _written("portal/library.toml")
    for page in LinksPage.objects.all():
        page.links = [_link(row) for row in written["links"] if row["section"] == page.slug]
        publish(page, at=None)
    for row in written["resource"]:
        _add_resource(row)
    if section := AlbumPage.objects.filter(slug="video").first():
        section.body = [_video(row) for row in videos()]
        publish(section, at=None)


def _written(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


def _add_albums() -> None:
    """Make an album of each month of which the unit's posts have pictures enough, of all of them where none has."""
    months: dict[tuple[int, int], list[ArticlePage]] = defaultdict(list)
    posts = ArticlePage.objects.live().exclude(cover_image=None).select_related("cover_image")
    for post in posts.order_by("-published_at"):
        at = timezone.localtime(post.published_at)
        months[at.year, at.month].append(post)
    full = [(month, found) for month, found in months.items() if len(found) >= FEWEST_PICTURES]
    section = AlbumPage.objects.get(slug="anh")
    for (year, month), found in full[:MONTHS]:
        _add_album(section, f"Hoạt động tháng {month}/{year}", found)
    if not full:
        _add_album(section, "Hoạt động trong năm", [post for found in months.values() for post in found])


def _add_album(section: AlbumPage, title: str, posts: list[ArticlePage]) -> None:
    album = AlbumPage(title=title, body=[_figure(post) for post in posts], live=False)
    section.add_child(instance=album)
    publish(album, at=posts[0].published_at)


def _figure(post: ArticlePage) -> stream.Block:
    picture: Any = post.cover_image
    return {
        "type": "image",
        "value": {
            "image": {"image": picture.pk, "alt_text": picture.description, "decorative": False},
            "caption": f"{post.title}.",
            "credit": "",
        },
    }


def _video(row: dict[str, Any]) -> stream.Block:
    poster = add_picture(scene=row["scene"], seed=seed_of(row["title"]))
    value = {"image": poster.pk, "alt_text": "", "decorative": True}
    return {"type": "video", "value": {"title": row["title"], "url": row["url"], "poster": value}}


def _link(row: dict[str, Any]) -> stream.Block:
    if "heading" in row:
        return {"type": "heading", "value": {"text": row["heading"]}}
    fields = ("name", "purpose", "audience", "url", "needs_login")
    return {"type": "link", "value": {name: row[name] for name in fields}}


def _add_resource(row: dict[str, Any]) -> None:
    at: datetime = DEMO_NOW - timedelta(days=row["days_ago"])
    page = ResourcePage(
        **{
            name: row.get(name, "")
            for name in ("title", "summary", "kind", "subject", "grade", "author", "license", "url")
        },
        file=None if row.get("url") else _file(row, at),
        body=stream.blocks(row.get("body", "")),
        live=False,
    )
    page.clean()
    ResourcesPage.objects.get(slug=row.get("section", "tai-nguyen")).add_child(instance=page)
    publish(page, at=at)


def _file(row: dict[str, Any], at: datetime) -> UnitDocument:
    letter = Letter(
        heading=row["author"],
        number="",
        day=f"Quảng Trị, tháng {at:%m} năm {at:%Y}",
        title=row["title"],
        lines=(row["summary"], "Bản mẫu của mạng thử nghiệm."),
    )
    document = UnitDocument(title=row["title"])
    document.file.save("tai-nguyen.pdf", ContentFile(draw_letter(letter)), save=False)
    document.save()
    return document
