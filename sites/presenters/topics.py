"""Topics beside posts: links on a post, chips over a list."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.presenters.menu import Menu
from sites.topics.book import TOPIC_FIELD, Topic
from sites.viewdata.home import Choice, Option


def with_topic(posts: QuerySet[Any], topic: Topic | None) -> QuerySet[Any]:
    """Return the posts of a topic, all of them for None."""
    return posts if topic is None else posts.filter(of_topic(topic))


def of_topic(topic: Topic) -> Q:
    return Q(topics__contains=[topic.slug])


def topic_links(slugs: Iterable[str], listing: str, menu: Menu) -> tuple[Link, ...]:
    """Return a link for each topic of a post that the unit still has, to the list filtered by it. No query."""
    held = set(slugs)
    return tuple(
        Link(topic.name, f"{listing}?{TOPIC_FIELD}={topic.slug}") for topic in menu.topics if topic.slug in held
    )


def topic_tabs(counts: dict[str, int], chosen: Topic | None, listing: str, menu: Menu) -> tuple[Option, ...]:
    """Return the topics that a list has posts of, after its address without one. counts: by slug."""
    used = [topic for topic in menu.topics if counts.get(topic.slug) or topic == chosen]
    if not used:
        return ()
    return (
        Option(listing, _("Tất cả"), selected=chosen is None),
        *(
            Option(f"?{TOPIC_FIELD}={topic.slug}", topic.name, counts.get(topic.slug), topic == chosen)
            for topic in used
        ),
    )


def topic_choice(chosen: Topic | None, menu: Menu) -> tuple[Choice, ...]:
    """Return the select of a filter form; none for a unit without topics."""
    if not menu.topics:
        return ()
    options = (Option(topic.slug, topic.name, selected=topic == chosen) for topic in menu.topics)
    return (Choice(TOPIC_FIELD, _("Chủ đề"), (Option("", _("Tất cả"), selected=chosen is None), *options)),)
