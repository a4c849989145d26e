from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.accounts.models import User
from sites.lookup.actions.files import delete_later
from sites.lookup.models import Exam
from sites.lookup.sheet import Sheet


class PlaceError(Exception):
    """The list cannot answer readers; the message is Vietnamese and fit to show to the clerk."""


@transaction.atomic
def put_in_place(*, exam_pk: int, user: User | None, at: datetime) -> Sheet:
    """Let the checked list answer readers instead of the one before, all of it at once; return what is known of it.

    Raise PlaceError when no list waits, or when its rows would have to be deleted at once.
    """
    exam = Exam.objects.select_for_update().get(pk=exam_pk)
    sheet = exam.waiting
    if sheet is None:
        raise PlaceError(_("Không có danh sách nào đang chờ. Hãy tải tệp lên để đọc thử."))
    if exam.removal_date < timezone.localdate(at):
        raise PlaceError(_("Ngày xóa kết quả đã qua. Hãy sửa ngày ấy ở kỳ thi rồi đưa kết quả lên."))
    delete_later(exam.results.name)
    exam.results, exam.sheet = exam.checked.name, exam.checked_sheet
    exam.checked, exam.checked_sheet, exam.removed_at = "", {}, None
    exam.save(update_fields=["results", "sheet", "checked", "checked_sheet", "removed_at"])
    log(instance=exam, action="lookup.load", user=user, data={"filename": sheet.filename, "rows": sheet.rows})
    return sheet
