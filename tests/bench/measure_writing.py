"""Publishing beside stock Wagtail, and the way from a school's post to the portal's page."""

import statistics
import time
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from sites.exchange.publish_submission import publish_submission
from sites.exchange.send_article import send_article
from sites.models import ArticlePage
from sites.models.section import SectionKey
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, Side
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tests.bench import corpus, network
from tests.bench.bench import Bench
from tests.bench.figures import line
from tests.bench.timing import seconds_to_publish, statements_to_publish
from tests.support.network import site_of

WARMING = 3


def publish(bench: Bench) -> Iterator[dict[str, Any]]:
    """The transaction of a first publication, one of ours and one of stock Wagtail's in turn."""
    _ = bench.paths, bench.stock_paths
    pictures = str(bench.pictures)
    ours, stock = [], []
    for _turn in range(bench.sizes.publications + WARMING):
        with use_site(network.school(1)):
            ours.append(seconds_to_publish(draft(bench)))
        stock += bench.stock("publish", pictures=pictures, runs=1)
    seconds, stock_seconds = (statistics.median(times[WARMING:]) for times in (ours, stock))
    with use_site(network.school(1)):
        statements = statements_to_publish(draft(bench))
    yield line("publish", seconds / stock_seconds, publications=bench.sizes.publications, posts=bench.sizes.posts)
    yield line("publish_seconds", seconds, stock=round(stock_seconds, 4))
    yield line("publish_statements", statements, stock=bench.stock("publish_statements", pictures=pictures))


def send_accept(bench: Bench) -> Iterator[dict[str, Any]]:
    """A published post is sent, claimed and published on the portal; without the files' first copy into the store."""
    _ = bench.paths
    sent, accepted = [], []
    for _turn in range(bench.sizes.sendings):
        page = published_article(bench)
        started = time.perf_counter()
        submission = send(page)
        sent.append(time.perf_counter() - started)
        started = time.perf_counter()
        accept(submission)
        accepted.append(time.perf_counter() - started)
    yield line(
        "send_accept",
        statistics.median(sent) + statistics.median(accepted),
        send=round(statistics.median(sent), 4),
        claim_and_publish=round(statistics.median(accepted), 4),
        sendings=bench.sizes.sendings,
    )


def draft(bench: Bench, *, mark: str = "") -> ArticlePage:
    """Return an unpublished article of the active unit; a mark ends its title and makes its picture unique."""
    post = corpus.typical(corpus.news(bench.pictures))
    return network.add_article(SectionKey.NEWS, corpus.marked(post, mark) if mark else post, is_published=False)


def published_article(bench: Bench) -> ArticlePage:
    """Return a live article of the first school."""
    with use_site(network.school(1)):
        draft(bench).get_latest_revision().publish()
        return ArticlePage.objects.order_by("-pk")[0]


def send(page: ArticlePage) -> Submission:
    """Send the first school's article to the Sở, as its approver does."""
    site = network.school(1)
    with use_site(site):
        user = open_account(identity=network.person(network.APPROVER), unit=site.unit)
        return send_article(page=page, user=user, news_class=NewsClass.NEWS, at=timezone.now())


def accept(submission: Submission) -> str:
    """Publish the submission on the portal, as the desk does; return the path of the portal's page."""
    portal = site_of(network.PORTAL)
    with use_site(portal):
        user = open_account(identity=network.person(network.DESK), unit=portal.unit)
        claim(submission_pk=submission.pk, actor=actor_of(user, Side.PORTAL), at=timezone.now())
        return publish_submission(submission_pk=submission.pk, user=user, at=timezone.now()).get_url()
