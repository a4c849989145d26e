"""Posts on their way up, made by the same actions the screens call."""

from typing import Any

from django.utils import timezone

from core.accounts.models import User
from core.identity.models import Identity
from sites.exchange.publish_submission import publish_submission
from sites.exchange.send_article import send_article
from sites.models import ArticlePage, RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, Side
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article


def account(email: str, site: UnitSite) -> User:
    """Return the person's account on a site, made as log-in makes it."""
    with use_site(site):
        user = open_account(identity=Identity.objects.get(email=email), unit=site.unit)
        assert user is not None
        return user


def send_post(site: UnitSite, email: str, title: str = "Trồng 500 cây xanh ven sông", **fields: Any) -> Submission:
    """Publish an article on the unit's site and send it."""
    user = account(email, site)
    with use_site(site):
        page = make_article(title, **fields)
        return send_article(page=page, user=user, news_class=NewsClass.NEWS, at=timezone.now())


def publish_post(submission: Submission, portal: UnitSite) -> RepublishedPage:
    """Claim and publish a sent post, as the desk's Dũng does."""
    user = account("dung@so.example", portal)
    with use_site(portal):
        claim(submission_pk=submission.pk, actor=actor_of(user, Side.PORTAL), at=timezone.now())
        return publish_submission(submission_pk=submission.pk, user=user, at=timezone.now())


def page_of(submission: Submission, site: UnitSite) -> ArticlePage:
    """Return the source of a submission, read anew."""
    with use_site(site):
        return ArticlePage.objects.get(pk=submission.page_id)
