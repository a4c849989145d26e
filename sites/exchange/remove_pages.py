from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from core.accounts.models import User
from sites.exchange.hold import hold_sources
from sites.exchange.take_down import acting, take_down_article
from sites.models import ArticlePage
from tenants.exchange.states import TakeDownReason


class Way(StrEnum):
    """How pages leave the public site; the values stand in addresses."""

    UNPUBLISH = "go"
    DELETE = "xoa"
    MOVE = "chuyen"


def live_articles_in(pages: Sequence[Page]) -> list[ArticlePage]:
    """Return the live articles among `pages` and below them, in tree order. One query a page."""
    found = {
        article.pk: article
        for page in pages
        for article in ArticlePage.objects.descendant_of(page, inclusive=True).live().order_by("path")
    }
    return list(found.values())


@transaction.atomic
def remove_pages(
    *,
    pages: Sequence[Page],
    way: Way,
    destination: Page | None,
    user: User,
    reason: TakeDownReason,
    words: str,
    at: datetime,
) -> list[ArticlePage]:
    """Take every live article of `pages` down with one reason, then unpublish, delete or move the pages themselves.

    destination: where to move, a place that is not public; None for the other ways. Moved articles arrive unpublished.
    Return the articles taken down. Raise ExchangeError when one of them may not be. Who may do this, the caller asks.
    """
    articles = live_articles_in(pages)
    _hold(pages, articles, destination)
    for article in articles:
        take_down_article(page=article, user=user, reason=reason, words=words, at=at)
    with acting():  # the reason has been given: the handlers must not give another one
        for page in pages:
            _carry_out(Page.objects.get(pk=page.pk).specific, way, destination, user)
    return articles


def _hold(pages: Sequence[Page], articles: Sequence[Page], destination: Page | None) -> None:
    """Lock everything this will change before the first change: articles, the pages themselves, old and new parents."""
    above = Page.objects.filter(path__in=[page.path[: -Page.steplen] for page in pages])
    touched = [*pages, *articles, *above, *([destination] if destination else [])]
    hold_sources([page.pk for page in touched])


def _carry_out(page: Page, way: Way, destination: Page | None, user: User) -> None:
    if way == Way.DELETE:
        DeletePageAction(page, user=user).execute(skip_permission_checks=True)
    elif way == Way.MOVE:
        MovePageAction(page, destination, pos="last-child", user=user).execute(skip_permission_checks=True)
    elif page.live:
        UnpublishPageAction(page, user=user, include_descendants=True).execute(skip_permission_checks=True)
