from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts.models import User
from sites.admin.preflight import preflight
from sites.exchange.publish_submission import publish_submission
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.edition import EditionContent
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Submission
from tenants.exchange.states import EditionStatus, NewsClass, Side, State


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of one row. refusal: the sentence that says why it was not published, "" when it was."""

    submission: Submission
    refusal: str = ""


def publish_in_bulk(*, submissions: Sequence[Submission], user: User, at: datetime) -> list[BulkResult]:
    """Publish plain news one by one, each with its own events; one that is refused leaves the others alone.

    Runs in the portal's schema. Rows nobody works on are claimed first, as the states demand.
    """
    return [_publish_one(submission, user=user, at=at) for submission in submissions]


def _publish_one(submission: Submission, *, user: User, at: datetime) -> BulkResult:
    try:
        with transaction.atomic():
            _require_plain_news(submission)
            if submission.state == State.SUBMITTED:
                claim(submission_pk=submission.pk, actor=actor_of(user, Side.PORTAL), at=at)
            publish_submission(submission_pk=submission.pk, user=user, at=at)
    except ExchangeError as refusal:
        return BulkResult(submission, str(refusal))
    submission.refresh_from_db()
    return BulkResult(submission)


def _require_plain_news(submission: Submission) -> None:
    if submission.news_class != NewsClass.NEWS:
        raise ExchangeError(_("Bài chuyên môn, chính luận không đăng hàng loạt được. Hãy chuyển phòng duyệt."))
    edition = submission.editions.filter(status=EditionStatus.CURRENT).first()
    if edition and any(check.blocking for check in preflight(EditionContent.from_json(edition.content))):
        raise ExchangeError(_("Bài có ảnh mặt học sinh chưa có đồng ý. Hãy mở bài và trả lại để đơn vị sửa."))
