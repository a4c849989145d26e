"""What both projects show: written posts of the demo with drawn pictures. Knows no model of either."""

import io
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from infra.demo import stream, texts
from infra.demo.pictures import describe, draw

NEWS, NOTICES, DEPARTMENT = 24, 6, 3
SIZE = (1600, 900)


@dataclass(frozen=True)
class Picture:
    """A JPEG of SIZE. name: of its file."""

    name: str
    description: str
    data: bytes


@dataclass(frozen=True)
class Post:
    """body: stream blocks, `figure` still to be put in by stream.with_figure. picture: the cover and the figure."""

    title: str
    summary: str
    author: str
    at: datetime
    body: list[stream.Block]
    picture: Picture | None = None


def news(folder: Path) -> list[Post]:
    """Return posts of schools, each with a picture, drawn once into `folder`. None of them is quoted from elsewhere."""
    found = [post for post in _posts() if post.section == "tin-tuc" and post.scene and not post.source_name]
    return [_post(post, _picture(folder, post.scene, post.seed)) for post in found[:NEWS]]


def notices() -> list[Post]:
    return [_post(post) for post in _posts() if post.section == "thong-bao"][:NOTICES]


def department() -> list[Post]:
    """Return the newest posts of the Sở, which a school's home names."""
    return [_post(post) for post in texts.portal_posts() if not post.source_name][-DEPARTMENT:]


def hero(folder: Path) -> Picture:
    """Return the large picture of a school's home."""
    return _picture(folder, "school", 1)


def typical(posts: list[Post]) -> Post:
    """Return the post of middle length: the article whose page is measured."""
    return sorted(posts, key=lambda post: len(str(post.body)))[len(posts) // 2]


def marked(post: Post, mark: str) -> Post:
    """Return the post with the mark at the end of its title, and its picture with other bytes but the same look."""
    assert post.picture
    picture = replace(post.picture, data=post.picture.data + mark.encode())  # readers of JPEG stop before it
    return replace(post, title=f"{post.title} {mark}", picture=picture)


@cache
def _posts() -> tuple[texts.Post, ...]:
    """Return the schools' posts, one of each school in turn, so that a list is as varied as a network."""
    schools = [list(texts.posts_of(unit["code"])) for unit in texts.units()]
    longest = max(map(len, schools))
    return tuple(posts[turn] for turn in range(longest) for posts in schools if turn < len(posts))


def _post(post: texts.Post, picture: Picture | None = None) -> Post:
    return Post(post.title, post.summary, post.author, post.at, stream.blocks(post.body), picture)


def _picture(folder: Path, scene: str, seed: int) -> Picture:
    path = folder / f"{scene}-{seed}.jpg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        buffer = io.BytesIO()
        draw(scene=scene, seed=seed, size=SIZE).save(buffer, "JPEG", quality=82)
        path.write_bytes(buffer.getvalue())
    return Picture(path.name, describe(scene=scene, seed=seed), path.read_bytes())
