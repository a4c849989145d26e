import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.consultations.models import ConsultationPage, ConsultationState, ReceivedComment
from sites.consultations.models.comment import KEPT_AFTER_CLOSING
from tenants.units.due import remember_morning


class CommentError(Exception):
    """Refusal to take a comment; the message is Vietnamese and fit to show to the citizen."""


@transaction.atomic
def receive_comment(
    *,
    page: ConsultationPage,
    form_key: uuid.UUID,
    text: str,
    full_name: str,
    contact: str,
    consent_words: str,
    at: datetime,
) -> ReceivedComment:
    """Store a comment on a draft; a form sent twice gives the comment it gave before.

    consent_words: what was ticked, "" without name and contact. Raise CommentError when the draft is not open at `at`.
    """
    if page.state_on(timezone.localdate(at)) != ConsultationState.OPEN:
        raise CommentError(_("Dự thảo này không nhận góp ý lúc này. Bạn chép lại chữ đã viết trước khi rời trang."))
    erase_date = page.closes_date + KEPT_AFTER_CLOSING
    comment, is_new = ReceivedComment.objects.get_or_create(
        form_key=form_key,
        defaults={
            "page": page,
            "text": text,
            "full_name": full_name,
            "contact": contact,
            "consent_words": consent_words,
            "received_at": at,
            "erase_date": erase_date,
        },
    )
    if is_new and consent_words:
        remember_morning(day=erase_date)
    return comment
