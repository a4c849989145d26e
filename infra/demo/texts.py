"""The demo's written content, read from TOML (format: content/schools/README.md)."""

import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
# The texts name dates as read at this moment, so ages count from it and not from the clock.
DEMO_NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Post:
    """One written post. state: a word of the exchange, or empty when it was never sent. seed: of its picture."""

    title: str
    summary: str
    author: str
    section: str
    scene: str
    body: str
    at: datetime
    seed: int
    state: str = ""
    note: str = ""
    ground: int = 4
    is_professional: bool = False
    source_name: str = ""
    source_url: str = ""


def units() -> list[dict[str, Any]]:
    """Return the register's entries, parents before their children."""
    return tables(CONTENT / "units.toml", "unit")


def posts_of(code: str) -> list[Post]:
    """Return the posts of a school or office, oldest first; none for a unit without a file."""
    for folder in ("schools", "offices"):
        if (path := CONTENT / folder / f"{code}.toml").exists():
            return _posts(path)
    return []


def portal_posts() -> list[Post]:
    """Return the Sở's own posts and its quoted items, oldest first."""
    found = [*_posts(CONTENT / "portal" / "news.toml"), *_posts(CONTENT / "portal" / "quoted.toml")]
    return sorted(found, key=lambda post: post.at)


def portal_pages() -> list[dict[str, Any]]:
    return tables(CONTENT / "portal" / "pages.toml", "page")


def videos() -> list[dict[str, Any]]:
    """Return the portal's videos: title, url, and the scene of their picture."""
    return tables(CONTENT / "portal" / "library.toml", "video")


def all_pictures() -> Iterator[tuple[str, int]]:
    """Yield (scene, seed) of every picture the posts, videos and home pages need."""
    for video in videos():
        yield video["scene"], seed_of(video["title"])
    for post in [*portal_posts(), *(post for unit in units() for post in posts_of(unit["code"]))]:
        if post.scene:
            yield post.scene, post.seed
    for unit in units():
        if unit["host"]:
            yield hero_scene(unit), seed_of(unit["code"])


def hero_scene(unit: dict[str, Any]) -> str:
    """Return what the large picture of a unit's home shows."""
    if unit["kind"] == "mam-non":
        return "kindergarten"
    return "bridge" if unit["kind"] in {"so", "xa", "phong-gd"} else "school"


def seed_of(text: str) -> int:
    """Return a number that the same text always gives."""
    return zlib.crc32(text.encode()) % 100_000


def _posts(path: Path) -> list[Post]:
    posts = [_post(row) for row in tables(path, "post")]
    return sorted(posts, key=lambda post: post.at)


def _post(row: dict[str, Any]) -> Post:
    return Post(
        title=row["title"],
        summary=row["summary"],
        author=row["author"],
        section=row.get("section", "tin-tuc"),
        scene=row.get("scene", ""),
        body=row["body"],
        at=DEMO_NOW - timedelta(days=row["days_ago"]),
        seed=seed_of(row["title"]),
        state=row.get("send", ""),
        note=row.get("send_note", ""),
        ground=row.get("ground", 4),
        is_professional=row.get("kind_of_news") == "professional",
        source_name=row.get("source_name", ""),
        source_url=row.get("source_url", ""),
    )


def tables(path: Path, name: str) -> list[dict[str, Any]]:
    """Return the tables of one name in a TOML file, in its order."""
    return list(tomllib.loads(path.read_text(encoding="utf-8"))[name])
