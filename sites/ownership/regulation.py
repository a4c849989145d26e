"""Who owns which section of the portal by QC Đ8–Đ9, and who does since the rooms of 2018 were merged.

The regulation speaks of rooms that were reorganized on 01/7/2025 (domain.md §6): their rows end the day before, and the
room that took over continues. What the Sở decides otherwise is changed in the portal's admin, not here.
"""

from datetime import date
from typing import NamedTuple

from sites.ownership.models import Share

LEGAL_BASIS = "Quyết định 1682/QĐ-SGDĐT ngày 21/12/2018, Điều 8 và Điều 9"
ISSUED = date(2018, 12, 21)
_LAST_OLD_DAY, _FIRST_NEW_DAY = date(2025, 6, 30), date(2025, 7, 1)

EVERY_ROOM = "Mọi phòng của Sở"
TECHNICAL_TEAM = "Tổ kỹ thuật – phục vụ"
OFFICE = "Văn phòng Sở"
CENTER = "Trung tâm CNTT-NN"


class Duty(NamedTuple):
    """One owner of a section. section: slug of its page."""

    section: str
    owner: str
    share: Share = Share.LEAD
    valid_from: date = ISSUED
    valid_until: date | None = None


def _succeeded(section: str, old: tuple[str, ...], new: str) -> list[Duty]:
    """Return the rooms of 2018 and the one that took over from them."""
    former = [Duty(section, room, valid_until=_LAST_OLD_DAY) for room in old]
    return [*former, Duty(section, new, valid_from=_FIRST_NEW_DAY)]


DUTIES: tuple[Duty, ...] = (
    Duty("gioi-thieu", OFFICE),
    Duty("nguoi-phat-ngon", OFFICE),
    Duty("lich-su", OFFICE),
    Duty("co-cau-to-chuc", OFFICE),
    Duty("co-cau-to-chuc", CENTER, Share.JOINT),
    Duty("duong-day-nong", "Thanh tra Sở"),
    Duty("tin-tuc-su-kien", EVERY_ROOM),
    Duty("thi-va-tuyen-sinh", "Phòng Tổ chức cán bộ"),
    Duty("thi-va-tuyen-sinh", "Phòng Giáo dục Mầm non"),
    *_succeeded(
        "thi-va-tuyen-sinh", ("Phòng Giáo dục Tiểu học", "Phòng Giáo dục Trung học"), "Phòng Giáo dục phổ thông"
    ),
    *_succeeded(
        "thi-va-tuyen-sinh",
        ("Phòng Giáo dục thường xuyên – Chuyên nghiệp",),
        "Phòng Giáo dục nghề nghiệp – Thường xuyên",
    ),
    *_succeeded("thi-va-tuyen-sinh", ("Phòng Khảo thí và Kiểm định chất lượng giáo dục",), "Phòng Quản lý chất lượng"),
    Duty("thong-tin-can-biet", EVERY_ROOM),
    Duty("cai-cach-thu-tuc-hanh-chinh", OFFICE),
    Duty("cai-cach-hanh-chinh", OFFICE),
    Duty("van-ban-cong-van", EVERY_ROOM),
    Duty("lich-cong-tac", OFFICE),
    Duty("chinh-phu-dien-tu", TECHNICAL_TEAM),
    Duty("chinh-phu-dien-tu", EVERY_ROOM, Share.JOINT),
    Duty("tai-nguyen", EVERY_ROOM),
    Duty("nghien-cuu-khoa-hoc", OFFICE),
    *_succeeded("nghien-cuu-khoa-hoc", ("Phòng Giáo dục Trung học",), "Phòng Giáo dục phổ thông"),
    Duty("he-thong-nghiep-vu", EVERY_ROOM),
    *_succeeded("tra-cuu", ("Phòng Khảo thí và Kiểm định chất lượng giáo dục",), "Phòng Quản lý chất lượng"),
    Duty("hoi-dap", TECHNICAL_TEAM),
    Duty("video", TECHNICAL_TEAM),
    Duty("thong-tin-tu-co-so", TECHNICAL_TEAM),
)
