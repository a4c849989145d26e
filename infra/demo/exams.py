"""The demo's exams: one open since this morning, one that opens in some days. Candidates are numbers alone."""

import random
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from core.frontend.formats import number, short_date
from sites.lookup.actions.check_list import check_list
from sites.lookup.actions.put_in_place import put_in_place
from sites.lookup.loading.read import Asked
from sites.lookup.models import Exam

CANDIDATES = 240
OPENS_AT = time(0, 5)
_SUBJECTS = ("Toán", "Vật lí", "Hóa học", "Sinh học", "Ngữ văn", "Lịch sử", "Địa lí", "Tiếng Anh")
_PRIZES = ((17.0, "Giải Nhất"), (15.0, "Giải Nhì"), (13.0, "Giải Ba"), (11.0, "Giải Khuyến khích"), (0.0, "Không"))
_TRY = "Đây là mạng mẫu, điểm do máy đặt ra. Bạn thử số báo danh %(number)s, ngày sinh %(birthday)s."


@transaction.atomic
def add_exams() -> None:
    """Add both in the active unit, each with its results in place."""
    chance, today = random.Random(12), timezone.localdate()
    prizes = [_prize(index, chance) for index in range(CANDIDATES)]
    first = dict(zip(("number", "birthday"), prizes[0], strict=False))
    _add(
        Exam(
            title="Kỳ thi chọn học sinh giỏi lớp 12 cấp tỉnh năm học 2026–2027",
            source="Hội đồng thi chọn học sinh giỏi cấp tỉnh",
            note=_TRY % first,
            opens_at=_morning(today),
            removal_date=today + timedelta(days=90),
        ),
        [("Số báo danh", "Ngày sinh", "Môn thi", "Điểm bài thi", "Xếp giải"), *prizes],
        Asked("Số báo danh", "Ngày sinh"),
    )
    _add(
        Exam(
            title="Khảo sát chất lượng lớp 9 học kỳ I năm học 2026–2027",
            source="Phòng Quản lý chất lượng",
            note="Phiếu báo điểm có ở trường từ chiều cùng ngày. Đơn phúc khảo nộp tại trường trong 7 ngày.",
            opens_at=_morning(today + timedelta(days=5)) + timedelta(hours=8),
            removal_date=today + timedelta(days=65),
        ),
        [("Số báo danh", "Ngữ văn", "Toán", "Tiếng Anh", "Tổng điểm")]
        + [_survey(index, chance) for index in range(CANDIDATES)],
        Asked("Số báo danh"),
    )


def _add(exam: Exam, lines: list[tuple[str, ...]], asked: Asked) -> None:
    exam.full_clean()
    exam.save()
    content = "\n".join(map(";".join, lines)).encode()
    check_list(exam_pk=exam.pk, filename="ket-qua.csv", content=content, asked=asked, user=None, at=timezone.now())
    put_in_place(exam_pk=exam.pk, user=None, at=timezone.now())


def _prize(index: int, chance: random.Random) -> tuple[str, ...]:
    mark = chance.randrange(20, 77) / 4
    prize = next(words for least, words in _PRIZES if mark >= least)
    birthday = date(2009, 1, 1) + timedelta(days=chance.randrange(365))
    return f"26{index + 1:04}", short_date(birthday), chance.choice(_SUBJECTS), number(mark), prize


def _survey(index: int, chance: random.Random) -> tuple[str, ...]:
    marks = [chance.randrange(8, 40) / 4 for _ in range(3)]
    return f"9{index + 1:05}", *map(number, marks), number(sum(marks))


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, OPENS_AT))
