"""Every way a sent post stops being public ends here: the page, the portal's copy, the ledger, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.signals import page_unpublished

from core.accounts.models import User
from core.failpoints import reach
from sites.exchange.build_edition import EditionBuilder
from sites.exchange.discard_copy import discard_copy
from sites.exchange.hold import hold_sources
from sites.exchange.publish_submission import copy_of, require_public_source
from sites.exchange.send_article import store_files
from sites.models import ArticlePage, BasePage, GoneAddress
from tenants.exchange.actions.recall import withdraw
from tenants.exchange.actions.send import send_new_edition
from tenants.exchange.actions.take_down import (
    record_restored,
    record_source_gone,
    record_taken_down,
    require_words,
)
from tenants.exchange.actor import Actor, actor_of
from tenants.exchange.ledger import ExchangeError, locked
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, HIDING_REASONS, EditionStatus, Side, State, TakeDownReason
from tenants.units.context import current_unit, use_site
from tenants.units.models import UnitSite

# True while an action here hides pages itself, so that the signal handlers do not act a second time.
_in_action: ContextVar[bool] = ContextVar("taking_down", default=False)
_TITLE_IS_HARM = frozenset({TakeDownReason.LEGAL, TakeDownReason.CONSENT})


def is_taking_down() -> bool:
    """Tell a signal handler that the unpublishing it hears of is part of an action of this module."""
    return _in_action.get()


@transaction.atomic
def take_down_article(*, page: ArticlePage, user: User, reason: TakeDownReason, words: str, at: datetime) -> None:
    """Take a unit's live article down; the portal's copy goes with it for a reason of HIDING_REASONS.

    Runs in the unit's schema. words: the reason in the person's words, at least 10 characters. The head of the
    Editorial Board is told (QC Đ10.4). Raise ExchangeError when the page is not live.
    """
    words = require_words(words)
    submission = _open_submission(page.pk)
    page.refresh_from_db(fields=["live"])  # somebody may have been faster while this waited for the page
    if not page.live:
        raise ExchangeError(_("Bài chưa đăng nên không cần gỡ. Hãy xóa bản nháp nếu không dùng nữa."))
    actor = actor_of(user, Side.UNIT)
    with acting():
        hide_page(page, user=user, reason=reason, at=at)
        reach("take_down.page_hidden")
        if submission:
            _follow_source(submission, reason=reason, words=words, actor=actor, at=at)
    reach("take_down.before_commit")
    transaction.on_commit(lambda: reach("take_down.after_commit"))


@transaction.atomic
def source_gone(*, page_id: int, reason: TakeDownReason, words: str, actor: Actor, at: datetime) -> None:
    """Follow a source that stopped being public by another way: expiry, deletion, a move, privacy, suspension.

    Runs in the unit's schema, inside the transaction that hid the page. Does nothing for a post never sent.
    """
    submission = _open_submission(page_id)
    if submission:
        with acting():
            _follow_source(submission, reason=reason, words=words, actor=actor, at=at)


@transaction.atomic
def take_down_copy(*, submission_pk: int, user: User, reason: TakeDownReason, words: str, at: datetime) -> None:
    """Take the portal's copy down for the desk. Runs in the portal's schema; the unit's own page stays."""
    words = require_words(words)
    submission = locked(submission_pk)
    with acting():
        _hide_copy(submission, user=user, reason=reason, at=at)
        record_taken_down(submission, reason=reason, words=words, actor=actor_of(user, Side.PORTAL), at=at)
    reach("take_down.before_commit")


@transaction.atomic
def restore_article(*, page: ArticlePage, user: User, at: datetime) -> None:
    """Put an article back that its unit took down, and the portal's copy with it (see source_back)."""
    _open_submission(page.pk)
    with acting():
        (page.get_latest_revision() or page.save_revision(user=user)).publish(user=user)
    source_back(page=ArticlePage.objects.get(pk=page.pk), actor=actor_of(user, Side.UNIT), at=at)


@transaction.atomic
def source_back(*, page: ArticlePage, actor: Actor, at: datetime) -> None:
    """Follow a source that is public again after its unit took it down: the portal's copy returns when nothing changed.

    A changed text waits for the desk as a new edition while the copy stays hidden: the old text may be what had to go.
    Runs in the unit's schema. Does nothing for a post that was not taken down by its unit, or is still private.
    """
    submission = _open_submission(page.pk)
    if submission is None or submission.state != State.TAKEN_DOWN or submission.taken_down_by != Side.UNIT:
        return
    if page.get_view_restrictions().exists():
        return
    builder = EditionBuilder(page)
    content = builder.content()
    latest = submission.editions.order_by("-number").first()
    if latest and latest.status == EditionStatus.ACCEPTED and latest.content == content.to_json():
        record_restored(submission, actor=actor, at=at)
        with use_site(_portal_of(submission)):
            _show_copy(submission)
        return
    store_files(builder)
    revision_id = page.live_revision_id or 0
    send_new_edition(submission_pk=submission.pk, content=content, revision_id=revision_id, actor=actor, at=at)


@transaction.atomic
def restore_copy(*, submission_pk: int, user: User, at: datetime) -> None:
    """Put the portal's copy back that the desk took down. Raise ExchangeError when its source is gone meanwhile."""
    submission = locked(submission_pk)
    record_restored(submission, actor=actor_of(user, Side.PORTAL), at=at)
    require_public_source(submission)
    _show_copy(submission)


def hide_page(page: BasePage, *, user: User | None, reason: TakeDownReason, at: datetime) -> None:
    """Unpublish the page and leave a dated notice at its address, unless the page was private."""
    UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    leave_notice(page, at=at, reason=reason)


def leave_notice(page: BasePage, *, at: datetime, reason: TakeDownReason | None = None) -> None:
    """Answer the address of a page that is not public any more with 410, unless the page was private.

    reason: None when nobody gave one (expiry, a deletion); it never replaces one that was given.
    """
    path = page.get_url()
    if not path or page.get_view_restrictions().exists():
        return
    title = "" if reason in _TITLE_IS_HARM else page.title
    if reason is None:
        GoneAddress.objects.get_or_create(path=path, defaults={"gone_at": at, "title": title})
    else:
        GoneAddress.objects.update_or_create(path=path, defaults={"gone_at": at, "reason": reason, "title": title})


def _follow_source(submission: Submission, *, reason: TakeDownReason, words: str, actor: Actor, at: datetime) -> None:
    if submission.state == State.TAKEN_DOWN:
        return
    if submission.state != State.PUBLISHED:
        withdraw(submission, words=words, actor=actor, at=at)
        discard_copy(submission)
    elif reason in HIDING_REASONS:
        with use_site(_portal_of(submission)):
            _hide_copy(submission, user=None, reason=reason, at=at)
            reach("take_down.copy_hidden")
        record_taken_down(submission, reason=reason, words=words, actor=actor, at=at)
    else:
        record_source_gone(submission, reason=reason, words=words, actor=actor, at=at)


def _hide_copy(submission: Submission, *, user: User | None, reason: TakeDownReason, at: datetime) -> None:
    page = copy_of(submission)
    if page is None:
        return
    if page.live:
        hide_page(page, user=user, reason=reason, at=at)
    else:  # hidden before because its unit rests; from now on it is gone: no text is kept for its return
        page_unpublished.send(sender=type(page), instance=page)
        leave_notice(page, at=at, reason=reason)


def _show_copy(submission: Submission) -> None:
    page = copy_of(submission)
    if page is None:
        raise ExchangeError(_("Bản đăng trên Cổng đã bị xóa nên không khôi phục được."))
    page.get_latest_revision().publish()


def _open_submission(page_id: int) -> Submission | None:
    """Return the page's unfinished submission, the page and the row locked. A post never sent is locked as well: it may
    be on its way at this moment."""
    hold_sources([page_id])
    pk = (
        Submission.objects.filter(sender=current_unit(), page_id=page_id)
        .exclude(state__in=FINAL)
        .values_list("pk", flat=True)
        .first()
    )
    return locked(pk) if pk else None


def _portal_of(submission: Submission) -> UnitSite:
    return UnitSite.objects.select_related("unit__kind", "unit__commune").get(unit=submission.receiver)


@contextmanager
def acting() -> Iterator[None]:
    """Run a block whose unpublishing, deleting or moving an action has already given its reason."""
    token = _in_action.set(True)
    try:
        yield
    finally:
        _in_action.reset(token)
