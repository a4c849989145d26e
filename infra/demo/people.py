"""Officials and parts of the demo's units, from content/people.toml; the same unit always gets the same people."""

import random
import tomllib
from datetime import date
from functools import cache
from typing import Any

from core.slugs import slugify_title
from infra.demo.texts import CONTENT, seed_of
from sites.people.models import Official, OrganizationPart

FIRST_DAY = date(2025, 7, 1)


def add_people(row: dict[str, Any]) -> None:
    """Fill the active unit's lists of people and parts. row: of the register. Kinds without people stay empty."""
    kind = next((kind for kind in _content()["kind"] if row["kind"] in kind["slugs"]), None)
    if kind is None:
        return
    parts: dict[str, OrganizationPart] = {}
    for number, part in enumerate(kind["parts"], start=1):
        parts[part["name"]] = OrganizationPart.objects.create(
            name=part["name"],
            parent=parts.get(part.get("above", "")),
            duties=part.get("duties", ""),
            phone=part.get("phone", ""),
            email=part.get("email", ""),
            position=number * 10,
        )
    names = _names(seed_of(row["code"]))
    posts = [post for post in kind["posts"] for _turn in range(post.get("count", 1))]
    domain = row["email"].rpartition("@")[2]
    for number, post in enumerate(posts, start=1):
        part = parts.get(post.get("part", ""))
        _add_official(post, names(is_woman=post.get("woman")), part=part, number=number, domain=domain)
    _add_predecessor(posts[0], names(is_woman=None))


def _add_official(post: dict[str, Any], name: str, *, part: OrganizationPart | None, number: int, domain: str) -> None:
    Official.objects.create(
        full_name=name,
        title=post["title"],
        part=part,
        is_leader=post.get("leads", False),
        is_spokesperson=post.get("speaks", False),
        duties=post.get("duties", ""),
        phone=post.get("phone", ""),
        email=f"{slugify_title(name).replace('-', '.')}@{domain}",
        position=number * 10,
        valid_from=FIRST_DAY,
    )


def _add_predecessor(post: dict[str, Any], name: str) -> None:
    """Whoever held the first post before: ended by date, kept in the list."""
    Official.objects.create(
        full_name=name, title=post["title"], is_leader=True, valid_from=date(2020, 8, 1), valid_until=date(2025, 6, 30)
    )


def _names(seed: int) -> Any:
    """Return a function that gives one new name after another."""
    content, chance = _content()["names"], random.Random(seed)
    given = {True: content["women"].copy(), False: content["men"].copy()}
    for names in given.values():
        chance.shuffle(names)

    def next_name(*, is_woman: bool | None) -> str:
        names = given[chance.random() < 0.5 if is_woman is None else is_woman]
        name = names.pop(0)
        names.append(name)
        return f"{chance.choice(content['family'])} {name}"

    return next_name


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads((CONTENT / "people.toml").read_text(encoding="utf-8"))
