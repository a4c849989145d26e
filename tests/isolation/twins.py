"""Two units alike in everything a machine could mix up: kind, keys, slugs, file names, tokens of files, roles.

What was written in one carries words that nothing else holds, so that a look at an answer tells whose it is.
"""

import secrets
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from unittest.mock import patch

from django.db import connection, models
from django.utils import timezone
from wagtail.models import Collection, Comment, Page, PageViewRestriction, TaskState

from core.accounts.models import User
from core.identity.models import Identity
from core.media.models import UnitDocument, UnitImage
from sites.exchange.send_article import send_article
from sites.lookup.models import Exam
from sites.models import ArticlePage
from tenants.exchange.actions.answer import request_changes
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import NewsClass, Side
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tests.factories.exchange import account, publish_post
from tests.isolation.things import Things, things_of_unit
from tests.isolation.twin_pages import make_pages, write_words_into_pages
from tests.sites.language.states import fill_tree
from tests.support.network import make_identity

ROLES = (Role.AUTHOR, Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR)
BOTH = "chung@haitruong.example"
# Texts that nobody outside the unit may read, unless a public page shows the file: model → its columns.
INNER_TEXTS: dict[type[models.Model], tuple[str, ...]] = {
    UnitImage: ("title", "consent_note"),
    UnitDocument: ("title",),
    Comment: ("text",),
    TaskState: ("comment",),
    PageViewRestriction: ("password",),
    Collection: ("name",),
}
# Texts that a page outside the tree shows to everybody.
OPEN_TEXTS: dict[type[models.Model], tuple[str, ...]] = {Exam: ("title", "source", "note")}


@dataclass(frozen=True)
class Words:
    """inner: of what only the unit's people may read. open: of what it published. taken: of what the portal took over.

    All three begin with `any`.
    """

    any: str

    @property
    def inner(self) -> str:
        return f"{self.any}kin"

    @property
    def open(self) -> str:
        return f"{self.any}mo"

    @property
    def taken(self) -> str:
        return f"{self.any}dang"


@dataclass(frozen=True)
class Twin:
    site: UnitSite
    words: Words
    things: Things
    picture: bytes
    paths: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def host(self) -> str:
        return f"{self.site.unit.code}.localhost"

    def email(self, person: str) -> str:
        """Return the address of who has this role here; of the one who serves both units for "both"."""
        return BOTH if person == "both" else f"{person}@{self.words.inner}.example"


def make_twins(one: UnitSite, other: UnitSite, portal: UnitSite) -> tuple[Twin, Twin]:
    """Fill both units in the same order with everything there is."""
    even_out_keys(one, other)
    both = make_identity(BOTH, "Nguyễn Thị Chung")
    for site in (one, other):
        Membership.objects.create(identity=both, unit=site.unit, role=Role.APPROVER)
    return _fill(one, Words("zankovar"), portal), _fill(other, Words("zekolimu"), portal)


def even_out_keys(*sites: UnitSite) -> None:
    """Let every sequence of the sites go on from the same number: sequences outlive the tests before this one."""
    names = [site.schema_name for site in sites]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequencename, max(coalesce(last_value, start_value - 1)) + 1 FROM pg_sequences"
            " WHERE schemaname = ANY(%s) GROUP BY sequencename",
            [names],
        )
        for sequence, number in cursor.fetchall():
            for name in names:
                cursor.execute("SELECT setval(%s, %s)", [f'{name}."{sequence}"', number])


@contextmanager
def same_chance() -> Iterator[None]:
    """Draw the same tokens of slugs and files in each unit; each length has its own row of numbers."""
    numbers: dict[int, Iterator[int]] = defaultdict(lambda: count(1))
    with (
        patch.object(secrets, "token_hex", lambda size=32: f"{next(numbers[size]):0{2 * size}x}"),
        patch.object(secrets, "token_urlsafe", lambda size=16: f"{next(numbers[-size]):022}"),
    ):
        yield


def _fill(site: UnitSite, words: Words, portal: UnitSite) -> Twin:
    people = [_join(site, role, words) for role in ROLES]
    with use_site(site), same_chance():
        open_account(identity=Identity.objects.get(email=BOTH), unit=site.unit)
        fill_tree(site, people[1])
        things = things_of_unit(people[1])
        rich = make_pages(words)
        write_words_into_pages(words, writer=people[1])
        submissions = [_send(page, people[2]) for page in rich]
    _answer(submissions, portal, words)
    with use_site(site):
        _write_words_into_rows(site, words)
        picture = rich[0].cover_image.file.open().read()
        paths = tuple(page.url for page in Page.objects.filter(depth__gt=1).order_by("pk"))
        files = tuple(row.file.url for model in (UnitImage, UnitDocument) for row in model.objects.order_by("pk"))
    own = {"ban-bien-tap.pk": submissions[0].pk, "rich_id": rich[0].pk}
    return Twin(site, words, Things(things.values | own), picture, paths, files)


def _join(site: UnitSite, role: Role, words: Words) -> User:
    identity = make_identity(f"{role}@{words.inner}.example", f"Người {role} {words.inner}")
    Membership.objects.create(identity=identity, unit=site.unit, role=role)
    with use_site(site):
        user = open_account(identity=identity, unit=site.unit)
    assert user is not None
    return user


def _send(page: ArticlePage, user: User) -> Submission:
    page = ArticlePage.objects.get(pk=page.pk)
    return send_article(page=page, user=user, news_class=NewsClass.NEWS, at=timezone.now())


def _answer(submissions: list[Submission], portal: UnitSite, words: Words) -> None:
    """The first stays where it is, the second is returned, the third is published."""
    _, returned, taken = submissions
    publish_post(taken, portal)
    desk = account("dung@so.example", portal)
    with use_site(portal):
        actor = actor_of(desk, Side.PORTAL)
        claim(submission_pk=returned.pk, actor=actor, at=timezone.now())
        request_changes(
            submission_pk=returned.pk, words=f"Hãy đổi ảnh thứ hai {words.inner}.", actor=actor, at=timezone.now()
        )


def _write_words_into_rows(site: UnitSite, words: Words) -> None:
    for role in (Role.AUTHOR, *ROLES[1:]):
        Notice.objects.create(unit=site.unit, role=role, text=f"Việc mới {words.inner}", created_at=timezone.now())
    for model, columns in (INNER_TEXTS | OPEN_TEXTS).items():
        for row in model._default_manager.all():
            is_open = model in OPEN_TEXTS or getattr(row, "is_public", False)
            word = words.open if is_open else words.inner
            values = {column: f"{getattr(row, column)} {word}".strip() for column in columns}
            model._default_manager.filter(pk=row.pk).update(**values)
