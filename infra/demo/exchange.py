"""Plays the exchange with the Sở through the product's own actions, each at the hour it would have happened."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from core.accounts.models import User
from core.identity.models import Identity
from infra.demo.texts import DEMO_NOW, Post
from sites.exchange.publish_submission import publish_submission, schedule_submission
from sites.exchange.send_article import send_article
from sites.exchange.take_down import take_down_article
from sites.models import ArticlePage
from tenants.exchange.actions.answer import refuse, request_changes
from tenants.exchange.actions.claim import claim
from tenants.exchange.actions.recall import recall
from tenants.exchange.actions.route import approve, decline, route, set_class
from tenants.exchange.actor import Actor, actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, RefusalGround, Side, TakeDownReason
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, Unit, UnitSite

ROOM = "so-giao-duc-pho-thong"


class Player:
    """One unit's posts on their way; `sender` is a person of the unit, the desk and a board member are the portal's."""

    def __init__(self, *, unit_site: UnitSite, portal: UnitSite, desk: Identity, member: Identity) -> None:
        self._site, self._portal = unit_site, portal
        with use_site(portal):
            self._desk, self._member = _account(desk, portal), _account(member, portal)
            self._desk_actor, self._member_actor = (
                actor_of(self._desk, Side.PORTAL),
                actor_of(self._member, Side.PORTAL),
            )
        self._room = Unit.objects.get(code=ROOM)
        self._sender = self._unit_person()

    def play(self, post: Post, page: ArticlePage) -> None:
        """Bring the post to the state its text names. Runs from any schema."""
        step = STEPS[post.state]
        sent_at = post.at + timedelta(hours=1)
        with use_site(self._site):
            news_class = NewsClass.PROFESSIONAL if post.is_professional else NewsClass.NEWS
            submission = send_article(page=page, user=self._sender, news_class=news_class, at=sent_at)
        with use_site(self._portal):
            step(self, submission, post, min(sent_at + timedelta(hours=5), DEMO_NOW))

    def _claimed(self, submission: Submission, at: datetime) -> None:
        claim(submission_pk=submission.pk, actor=self._desk_actor, at=at)

    def submitted(self, submission: Submission, post: Post, at: datetime) -> None:
        pass

    def claimed(self, submission: Submission, post: Post, at: datetime) -> None:
        self._claimed(submission, timezone.now())  # a claim of the past would expire with the first tick of the clock

    def routed(self, submission: Submission, post: Post, at: datetime) -> None:
        self._claimed(submission, at)
        set_class(submission_pk=submission.pk, news_class=NewsClass.PROFESSIONAL, actor=self._desk_actor, at=at)
        route(submission_pk=submission.pk, room=self._room, actor=self._desk_actor, at=at)

    def approved(self, submission: Submission, post: Post, at: datetime) -> None:
        self.routed(submission, post, at)
        approve(submission_pk=submission.pk, actor=self._member_actor, at=at + timedelta(minutes=40))

    def declined(self, submission: Submission, post: Post, at: datetime) -> None:
        self.routed(submission, post, at)
        decline(submission_pk=submission.pk, words=post.note, actor=self._member_actor, at=at + timedelta(minutes=40))

    def changes_requested(self, submission: Submission, post: Post, at: datetime) -> None:
        self._claimed(submission, at)
        request_changes(submission_pk=submission.pk, words=post.note, actor=self._desk_actor, at=at)

    def refused(self, submission: Submission, post: Post, at: datetime) -> None:
        self._claimed(submission, at)
        refuse(
            submission_pk=submission.pk,
            ground=RefusalGround(post.ground),
            words=post.note,
            actor=self._desk_actor,
            at=at,
        )

    def recalled(self, submission: Submission, post: Post, at: datetime) -> None:
        recall(submission_pk=submission.pk, actor=self._unit_actor(), at=at)

    def scheduled(self, submission: Submission, post: Post, at: datetime) -> None:
        self._claimed(submission, at)
        publish_at = DEMO_NOW + timedelta(days=30)
        schedule_submission(submission_pk=submission.pk, user=self._desk, publish_at=publish_at, at=at)

    def published(self, submission: Submission, post: Post, at: datetime) -> None:
        if post.is_professional:
            self.approved(submission, post, at)
        else:
            self._claimed(submission, at)
        publish_submission(submission_pk=submission.pk, user=self._desk, at=at + timedelta(minutes=50))

    def new_edition(self, submission: Submission, post: Post, at: datetime) -> None:
        self.published(submission, post, at)
        with use_site(self._site):
            page = ArticlePage.objects.get(pk=submission.page_id)
            page.summary = f"{page.summary} Bài đã bổ sung số liệu của tuần này."[:500]
            page.save_revision(user=self._sender).publish(user=self._sender)

    def taken_down(self, submission: Submission, post: Post, at: datetime) -> None:
        self.published(submission, post, at)
        with use_site(self._site):
            take_down_article(
                page=ArticlePage.objects.get(pk=submission.page_id),
                user=self._sender,
                reason=TakeDownReason.CONSENT,
                words=post.note,
                at=min(at + timedelta(days=1), DEMO_NOW),
            )

    def _unit_actor(self) -> Actor:
        return actor_of(self._sender, Side.UNIT)

    def _unit_person(self) -> User:
        membership = Membership.objects.filter(unit=self._site.unit, role=Role.APPROVER, ended_at=None).first()
        if membership is None:
            identity = Identity(email=f"vanthu@{self._site.unit.code}.example", full_name="Văn thư của đơn vị")
            identity.set_password(None)
            identity.save()
            membership = Membership.objects.create(identity=identity, unit=self._site.unit, role=Role.APPROVER)
        with use_site(self._site):
            return _account(membership.identity, self._site)


STEPS: dict[str, Callable[[Player, Submission, Post, datetime], None]] = {
    "submitted": Player.submitted,
    "claimed": Player.claimed,
    "routed": Player.routed,
    "approved": Player.approved,
    "declined": Player.declined,
    "changes_requested": Player.changes_requested,
    "refused": Player.refused,
    "recalled": Player.recalled,
    "scheduled": Player.scheduled,
    "published": Player.published,
    "new_edition": Player.new_edition,
    "taken_down": Player.taken_down,
}


@transaction.atomic
def play_all(player: Player, posts: list[Post], pages: dict[str, ArticlePage]) -> int:
    """Play every sent post of one unit; return how many."""
    sent = [post for post in posts if post.state]
    for post in sent:
        player.play(post, pages[post.title])
    return len(sent)


def _account(identity: Identity, site: UnitSite) -> User:
    user = open_account(identity=identity, unit=site.unit)
    if user is None:
        raise RuntimeError(f"{identity} has no role in {site.unit}")
    return user
