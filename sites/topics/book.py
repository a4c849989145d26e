"""The list of topics as it is stored, and the words people choose from."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.slugs import slugify_title

# Field of the lists' addresses.
TOPIC_FIELD = "chu-de"
MOST_TOPICS, MOST_A_POST, LONGEST_NAME = 20, 5, 60


class Topic(NamedTuple):
    """slug: stays when the name is changed; posts hold it. name: what readers see."""

    slug: str
    name: str

    @classmethod
    def named(cls, name: str) -> "Topic":
        return cls(slugify_title(name), name)


def read_topics(stored: Iterable[Mapping[str, str]]) -> tuple[Topic, ...]:
    """Return what `HomePage.topics` holds."""
    return tuple(Topic(row["slug"], row["name"]) for row in stored)


def topic_choices() -> list[tuple[str, str]]:
    """Return the active unit's topics for a form. One query, as often as a form is made."""
    from sites.presenters.menu import current_menu  # stands above the models that use this

    return [(topic.slug, topic.name) for topic in current_menu().topics]


def known_slugs(names: Iterable[str]) -> list[str]:
    """Return the slugs of those names that the active unit has among its topics, in the order of its list."""
    wanted = {slugify_title(name) for name in names}
    return [slug for slug, _name in topic_choices() if slug in wanted] if wanted else []


def names_of(slugs: Iterable[str]) -> list[str]:
    """Return the names of the active unit's topics among these, in the order of its list. No query for none."""
    wanted = set(slugs)
    return [name for slug, name in topic_choices() if slug in wanted] if wanted else []
