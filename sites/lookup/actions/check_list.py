import secrets
from datetime import datetime, timedelta

from django.db import transaction
from wagtail.log_actions import log

from core.accounts.models import User
from sites.lookup.actions.files import delete_later
from sites.lookup.keys import row_key
from sites.lookup.loading.read import Asked, ListRead, read_list
from sites.lookup.models import Exam
from sites.lookup.results import write_results
from sites.lookup.sheet import Sheet
from tenants.units.due import remember

# A list that nobody puts in place is deleted after so long.
WAITS = timedelta(days=1)


def check_list(
    *, exam_pk: int, filename: str, content: bytes, asked: Asked, user: User | None, at: datetime
) -> ListRead:
    """Read an uploaded list; without mistakes, keep it beside the one that answers readers, who notice nothing.

    The upload itself is not kept, only the rows under their keys. Raise ListError when it is no list of results.
    """
    read = read_list(content, asked)
    if not read.problems:
        _keep(read, exam_pk=exam_pk, filename=filename, user=user, at=at)
    return read


@transaction.atomic
def _keep(read: ListRead, *, exam_pk: int, filename: str, user: User | None, at: datetime) -> None:
    exam = Exam.objects.select_for_update().get(pk=exam_pk)
    salt = secrets.token_bytes(32)
    sheet = Sheet(
        filename=filename[:200],
        salt=salt.hex(),
        number=read.number,
        fact=read.fact,
        fact_is_day=read.fact_is_day,
        number_is_digits=all(result.number.isdigit() for result in read.results),
        columns=read.columns,
        rows=len(read.results),
        read_at=at,
    )
    delete_later(exam.checked.name)
    exam.checked = write_results((row_key(one.number, one.fact, salt=salt), one.texts) for one in read.results)
    exam.checked_sheet = sheet.to_json()
    exam.save(update_fields=["checked", "checked_sheet"])
    remember(at=at + WAITS)
    log(instance=exam, action="lookup.check", user=user, data={"filename": sheet.filename, "rows": sheet.rows})
