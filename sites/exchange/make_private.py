from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from core.accounts.models import User
from sites.exchange.hold import hold_sources
from sites.exchange.take_down import acting, source_gone
from sites.models import ArticlePage
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, Side, State, TakeDownReason
from tenants.units.context import current_unit


def sent_and_public(page: Page) -> list[ArticlePage]:
    """Return the articles at and below a page that everybody may read and the Sở has received. Three queries."""
    articles = ArticlePage.objects.descendant_of(page, inclusive=True).live().public().order_by("path")
    sent = Submission.objects.filter(sender=current_unit()).exclude(state__in=FINAL | {State.TAKEN_DOWN})
    return list(articles.filter(pk__in=list(sent.values_list("page_id", flat=True))))


@contextmanager
def make_private(*, page: Page, user: User, reason: TakeDownReason, words: str, at: datetime) -> Iterator[None]:
    """Follow the sent articles at and below `page` out of the public with the person's reason, then run the block,
    which restricts the page itself; all in one transaction.

    The portal's copies are hidden for a reason of HIDING_REASONS, otherwise the desk decides; the head of the board is
    told (QC Đ10.4). The articles stay published for those who may read them. Who may do this, the caller asks.
    """
    with transaction.atomic():
        articles = sent_and_public(page)
        hold_sources([page.pk, *(article.pk for article in articles)])
        for article in articles:
            source_gone(page_id=article.pk, reason=reason, words=words, actor=actor_of(user, Side.UNIT), at=at)
        with acting():  # the reason has been given: the handlers must not give another one
            yield
