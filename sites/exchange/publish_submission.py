import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.accounts.models import User
from core.failpoints import reach
from sites.exchange.build_page import PageFiller, set_origin
from sites.models import ArticlePage, FromUnitsPage, RepublishedPage
from tenants.exchange.actions import publish as ledger_side
from tenants.exchange.actions.claim import claim
from tenants.exchange.actions.route_edition import pending_edition
from tenants.exchange.actor import actor_of, the_clock
from tenants.exchange.edition import EditionContent
from tenants.exchange.ledger import ExchangeError, locked
from tenants.exchange.models import Edition, Submission
from tenants.exchange.states import AT_THE_DESK, EditionStatus, Side, State
from tenants.units.context import current_site, use_site
from tenants.units.models import UnitSite

logger = logging.getLogger(__name__)


@transaction.atomic
def publish_submission(
    *, submission_pk: int, user: User | None, at: datetime, edition_pk: int | None = None
) -> RepublishedPage:
    """Publish a submission in "Thông tin từ cơ sở": page, registry, ledger, event and notices in one transaction.

    Runs in the portal's schema. user: None when the clock publishes a scheduled post. edition_pk: the edition the desk
    looked at. Raise ExchangeError when the step is refused; a post published in the meantime refuses too.
    """
    submission = locked(submission_pk)
    actor = actor_of(user, Side.PORTAL) if user else the_clock(Side.PORTAL)
    edition = ledger_side.require_publishable(submission, actor=actor, edition_pk=edition_pk)
    page = copy_of(submission) or _make_copy(submission, edition, at=at)
    reach("publish.files_copied")
    page.published_at = at
    page.save_revision(user=user, log_action=True).publish(user=user)
    page.refresh_from_db()
    reach("publish.page_created")
    ledger_side.record_published(
        submission, edition=edition, page_id=page.pk, path=page.get_url() or "", actor=actor, at=at
    )
    reach("publish.before_commit")
    transaction.on_commit(lambda: reach("publish.after_commit"))
    return page


@transaction.atomic
def prepare_copy(*, submission_pk: int, user: User, at: datetime) -> RepublishedPage:
    """Make the unpublished page of a claimed submission, so that the desk may edit it before publishing."""
    submission = locked(submission_pk)
    if submission.state not in {State.CLAIMED, State.APPROVED}:
        raise ExchangeError(_("Hãy nhận xử lý bài trước khi sửa bản đăng."))
    existing = copy_of(submission)
    if existing:
        return existing
    edition = submission.editions.get(status=EditionStatus.CURRENT)
    page = _make_copy(submission, edition, at=at)
    submission.portal_page_id = page.pk
    submission.save(update_fields=["portal_page_id"])
    return page


@transaction.atomic
def schedule_submission(
    *, submission_pk: int, user: User, publish_at: datetime, at: datetime, edition_pk: int | None = None
) -> Submission:
    """Publish the submission at a later hour; the worker does it (publish_due). edition_pk: as publish_submission."""
    submission = locked(submission_pk)
    actor = actor_of(user, Side.PORTAL)
    ledger_side.require_publishable(submission, actor=actor, edition_pk=edition_pk)
    ledger_side.record_scheduled(submission, publish_at=publish_at, actor=actor, at=at)
    return submission


def publish_due(*, at: datetime) -> int:
    """Publish the scheduled posts whose hour has come; return how many. Each in a transaction of its own.

    One that fails is logged, stays scheduled and holds up none of the others.
    """
    due = Submission.objects.filter(state=State.SCHEDULED, publish_at__lte=at).values_list("pk", flat=True)
    count = 0
    for pk in list(due):
        try:
            publish_submission(submission_pk=pk, user=None, at=at)
        except ExchangeError as refusal:
            logger.info("scheduled submission %s waits: %s", pk, refusal)
        except Exception:
            logger.exception("scheduled submission %s could not be published", pk)
        else:
            count += 1
    return count


@transaction.atomic
def accept_edition(*, submission_pk: int, edition_pk: int | None, user: User, at: datetime) -> RepublishedPage:
    """Replace the copy's text by a pending edition of the source; shows it again when its unit took it down before.

    One of a professional post only after the board approved it too. Before publication the new edition becomes the one
    in hand, with a copy of its own. What a room approved or what waits for its hour goes back to the person who
    accepts: neither was said of the new text.
    """
    submission = locked(submission_pk)
    edition = pending_edition(submission, edition_pk)
    if submission.state in AT_THE_DESK:
        return _take_over(submission, edition, user=user, at=at)
    page = copy_of(submission)
    if submission.state == State.TAKEN_DOWN and submission.taken_down_by == Side.UNIT:
        require_public_source(submission)
    elif submission.state != State.PUBLISHED:
        page = None
    if page is None:
        raise ExchangeError(_("Bài này không còn trên Cổng nên không cập nhật được."))
    if not submission.sender.effect.listed:
        raise ExchangeError(_("Đơn vị gửi bài đang tạm dừng nên chưa cập nhật được bài. Bản mới vẫn được giữ."))
    ledger_side.require_approved(submission, edition)
    PageFiller(EditionContent.from_json(edition.content)).fill(page)
    page.save_revision(user=user, log_action=True).publish(user=user)
    reach("accept.page_updated")
    ledger_side.record_accepted(submission, edition=edition, actor=actor_of(user, Side.PORTAL), at=at)
    reach("accept.before_commit")
    return page


@transaction.atomic
def set_edition_aside(*, submission_pk: int, edition_pk: int | None, user: User, at: datetime) -> None:
    """Keep the portal's text and leave the pending edition."""
    submission = locked(submission_pk)
    edition = pending_edition(submission, edition_pk)
    ledger_side.record_set_aside(submission, edition=edition, actor=actor_of(user, Side.PORTAL), at=at)


def copy_of(submission: Submission) -> RepublishedPage | None:
    """Return the portal's page of a submission, live or not. Runs in the portal's schema."""
    if submission.portal_page_id is None:
        return None
    return RepublishedPage.objects.filter(pk=submission.portal_page_id).first()


def require_public_source(submission: Submission) -> None:
    """Raise ExchangeError when a locked submission's source is not public, so that its copy must not return."""
    source = UnitSite.objects.select_related("unit__kind", "unit__commune").get(unit=submission.sender)
    with use_site(source):
        page = ArticlePage.objects.live().filter(pk=submission.page_id).first()
        is_public = page is not None and not page.get_view_restrictions().exists()
    if not is_public or not submission.sender.effect.listed:
        raise ExchangeError(
            _("Bài gốc không còn công khai trên trang của đơn vị nên không hiện lại bài trên Cổng được.")
        )


def _take_over(submission: Submission, edition: Edition, *, user: User, at: datetime) -> RepublishedPage:
    actor = actor_of(user, Side.PORTAL)
    if submission.state in {State.APPROVED, State.SCHEDULED}:
        submission = claim(submission_pk=submission.pk, actor=actor, at=at)
    if page := copy_of(submission):
        page.delete()
    ledger_side.record_taken_over(submission, edition=edition, actor=actor, at=at)
    page = _make_copy(submission, edition, at=at)
    submission.portal_page_id = page.pk
    submission.save(update_fields=["portal_page_id"])
    return page


def _make_copy(submission: Submission, edition: Edition, *, at: datetime) -> RepublishedPage:
    if not current_site().is_portal:
        raise RuntimeError("a copy is made in the portal's schema only")
    section = FromUnitsPage.objects.filter(locale__language_code="vi").first()
    if section is None:
        raise ExchangeError(_("Cổng chưa có chuyên mục “Thông tin từ cơ sở”. Hãy tạo chuyên mục này trước."))
    source = UnitSite.objects.get(unit=submission.sender)
    page = RepublishedPage(live=False, published_at=timezone.localtime(at))
    PageFiller(EditionContent.from_json(edition.content)).fill(page)
    set_origin(page, submission=submission, edition=edition, source=source)
    section.add_child(instance=page)
    return page
