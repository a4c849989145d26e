"""Pages of the demo, published through revisions as the admin does, at the time their texts tell."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from wagtail.models import Page, Revision

from infra.demo import stream
from infra.demo.pictures_store import add_picture
from infra.demo.texts import Post, hero_scene, seed_of
from infra.demo.topics import topics_of
from sites.models import ArticlePage, HomePage, SectionPage, StandardPage
from sites.models.section import SectionKey
from sites.people.models import ContactPage


@transaction.atomic
def add_posts(posts: list[Post]) -> dict[str, ArticlePage]:
    """Publish the posts in the active unit, all or none; return them by title."""
    return {post.title: _add_post(post) for post in posts}


@transaction.atomic
def add_home(row: dict[str, Any]) -> None:
    """Give the unit's home its picture and words, and fill the introduction and contact pages."""
    home = HomePage.objects.get(locale__language_code="vi")
    home.hero_image = add_picture(scene=hero_scene(row), seed=seed_of(row["code"]))
    home.summary = row.get("intro", "")[:500]
    publish(home, at=None)
    about = StandardPage.objects.get(slug="gioi-thieu")
    about.body = stream.blocks(row.get("intro", ""))
    publish(about, at=None)
    contact = ContactPage.objects.get()
    contact.office_hours = "7:00 đến 11:30 và 13:30 đến 17:00, thứ Hai đến thứ Sáu"
    publish(contact, at=None)


@transaction.atomic
def add_standing_pages(rows: list[dict[str, Any]]) -> None:
    """Add or fill the portal's standing pages."""
    home = HomePage.objects.get(locale__language_code="vi")
    for row in rows:
        page = Page.objects.filter(slug=row["slug"]).specific().first()
        if page is None:
            parent = StandardPage.objects.get(slug="gioi-thieu") if row.get("section") else home
            page = StandardPage(title=row["title"], slug=row["slug"], live=False)
            parent.add_child(instance=page)
        page.title, page.summary, page.body = row["title"], row["summary"][:500], stream.blocks(row["body"])
        publish(page, at=None)


def _add_post(post: Post) -> ArticlePage:
    # By its key, where it has one: addresses of sections differ between kinds of unit.
    by_key = post.section in SectionKey.values
    section = SectionPage.objects.get(**{"key" if by_key else "slug": post.section})
    body = stream.blocks(post.body)
    page = ArticlePage(
        title=post.title,
        summary=post.summary,
        author=post.author,
        topics=topics_of(post),
        published_at=post.at,
        source_name=post.source_name,
        source_url=post.source_url,
        source_published_at=post.at if post.source_name else None,
        live=False,
    )
    if post.scene:
        page.cover_image = add_picture(scene=post.scene, seed=post.seed)
    page.body = body
    section.add_child(instance=page)
    publish(page, at=post.at)
    return ArticlePage.objects.get(pk=page.pk)


def publish(page: Page, *, at: datetime | None) -> None:
    """Publish a page through a revision, as the admin does; `at`: when it was published, for the reader's eye."""
    page.save_revision(log_action=False).publish(log_action=False)
    if at is None:
        return
    # The admin's lists show when it was written, not when the demo was made.
    Revision.objects.filter(pk=page.latest_revision_id).update(created_at=at - timedelta(minutes=30))
    Page.objects.filter(pk=page.pk).update(
        first_published_at=at, last_published_at=at, latest_revision_created_at=at - timedelta(minutes=30)
    )
