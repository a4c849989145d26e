"""What a school must publish and until when: the parts of TT 09/2024/TT-BGDĐT with the data each asks for.

The editor's form, the public tables and the completeness count are all made from PARTS. A circular that changes the
list changes this file; years already published keep the data they were given.
Source: TT 09/2024/TT-BGDĐT Đ4–Đ15 (domain.md §2.4).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LEGAL_BASIS = "TT 09/2024/TT-BGDĐT"
# Đ15: "trước ngày 30 tháng 6"; both the eight parts and the annual report.
DUE_MONTH, DUE_DAY = 6, 30
# The school year that begins in autumn is the current one from August on.
FIRST_MONTH = 8
YEARS_KEPT = 5


class Measure(StrEnum):
    """What a column or a single field holds."""

    TEXT = "text"
    COUNT = "count"
    DECIMAL = "decimal"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Item:
    """One field. is_long: several lines are written there."""

    key: str
    label: str | Promise
    measure: Measure = Measure.TEXT
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One table. The first column names the row."""

    key: str
    title: str | Promise
    columns: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the eight parts. articles: where the circular asks for it. needs_pdf: it is a file and nothing else."""

    key: str
    numeral: str
    title: str | Promise
    articles: str
    items: tuple[Item, ...] = ()
    grids: tuple[Grid, ...] = ()
    needs_pdf: bool = False


def _count(key: str, label: str | Promise) -> Item:
    return Item(key, label, Measure.COUNT)


def _money(key: str, label: str | Promise) -> Item:
    return Item(key, label, Measure.MONEY)


def _decimal(key: str, label: str | Promise) -> Item:
    return Item(key, label, Measure.DECIMAL)


def _long(key: str, label: str | Promise) -> Item:
    return Item(key, label, is_long=True)


GENERAL = Part(
    "general",
    "I",
    _("Thông tin chung"),
    "Đ4",
    items=(
        Item("name", _("Tên trường")),
        Item("foreign_name", _("Tên bằng tiếng nước ngoài")),
        Item("kind", _("Loại hình")),
        Item("governing_body", _("Cơ quan quản lý trực tiếp")),
        Item("address", _("Địa chỉ trụ sở chính")),
        Item("phone", _("Điện thoại")),
        Item("email", _("Thư điện tử")),
        Item("website", _("Trang thông tin điện tử")),
        _long("mission", _("Sứ mạng, tầm nhìn, mục tiêu")),
        _long("history", _("Quá trình hình thành và phát triển")),
        _long("organization", _("Tổ chức bộ máy: quyết định thành lập, hội đồng trường, quy chế")),
    ),
    grids=(
        Grid(
            "sites",
            _("Các điểm trường"),
            (Item("name", _("Điểm trường")), Item("address", _("Địa chỉ")), _count("classes", _("Số lớp"))),
        ),
        Grid(
            "leaders",
            _("Lãnh đạo nhà trường"),
            (
                Item("name", _("Họ và tên")),
                Item("title", _("Chức vụ")),
                Item("phone", _("Điện thoại")),
                Item("email", _("Thư điện tử")),
                Item("duties", _("Nhiệm vụ")),
            ),
        ),
    ),
)

FINANCE = Part(
    "finance",
    "II",
    _("Thu, chi tài chính"),
    "Đ5",
    grids=(
        Grid(
            "balance",
            _("Kết quả thu, chi của năm trước"),
            (Item("name", _("Nội dung")), _money("income", _("Thu (đồng)")), _money("expense", _("Chi (đồng)"))),
        ),
        Grid(
            "fees",
            _("Các khoản thu của người học"),
            (
                Item("name", _("Khoản thu")),
                Item("unit", _("Đơn vị tính")),
                _money("amount", _("Mức thu (đồng)")),
                Item("basis", _("Căn cứ")),
            ),
        ),
        Grid(
            "exemptions",
            _("Miễn, giảm, hỗ trợ người học"),
            (
                Item("name", _("Chính sách")),
                _count("pupils", _("Số người học")),
                _money("amount", _("Kinh phí (đồng)")),
            ),
        ),
        Grid("funds", _("Số dư các quỹ"), (Item("name", _("Quỹ")), _money("amount", _("Số dư (đồng)")))),
    ),
)

STAFF = Part(
    "staff",
    "III",
    _("Đội ngũ nhà giáo, cán bộ quản lý và nhân viên"),
    "Đ8.1",
    grids=(
        Grid(
            "staff",
            _("Số người theo vị trí việc làm và trình độ"),
            (
                Item("name", _("Vị trí")),
                _count("total", _("Tổng số")),
                _count("master", _("Thạc sĩ trở lên")),
                _count("bachelor", _("Đại học")),
                _count("college", _("Cao đẳng trở xuống")),
                _count("standard", _("Đạt chuẩn nghề nghiệp")),
                _count("trained", _("Xong bồi dưỡng hằng năm")),
            ),
        ),
    ),
)

FACILITIES = Part(
    "facilities",
    "IV",
    _("Cơ sở vật chất, tài liệu học tập"),
    "Đ8.2",
    items=(
        _decimal("land", _("Diện tích khu đất (m²)")),
        _decimal("land_a_pupil", _("Diện tích đất bình quân một người học (m²)")),
        _decimal("land_minimum", _("Mức tối thiểu theo quy định (m²)")),
    ),
    grids=(
        Grid(
            "rooms",
            _("Phòng và thiết bị so với mức tối thiểu"),
            (Item("name", _("Hạng mục")), _count("have", _("Hiện có")), _count("minimum", _("Mức tối thiểu"))),
        ),
        Grid(
            "books",
            _("Sách giáo khoa, tài liệu học tập"),
            (Item("grade", _("Khối lớp")), Item("title", _("Tên sách, tài liệu")), Item("source", _("Nhà xuất bản"))),
        ),
    ),
)

QUALITY = Part(
    "quality",
    "V",
    _("Đánh giá và kiểm định chất lượng giáo dục"),
    "Đ8.3",
    items=(
        _long("self_assessment", _("Kết quả tự đánh giá")),
        _long("external", _("Kết quả đánh giá ngoài")),
        Item("standard", _("Mức đạt chuẩn quốc gia, ngày công nhận")),
        _long("improvement", _("Kế hoạch cải tiến chất lượng")),
    ),
)

PLAN = Part(
    "plan",
    "VI",
    _("Kế hoạch hoạt động giáo dục của năm học"),
    "Đ9.1",
    items=(
        _long("education", _("Kế hoạch giáo dục")),
        _long("families", _("Phối hợp với gia đình và xã hội")),
        _long("support", _("Hỗ trợ người học, bán trú, thực đơn")),
    ),
    grids=(
        Grid(
            "enrollment",
            _("Kế hoạch tuyển sinh"),
            (
                Item("grade", _("Khối lớp, nhóm tuổi")),
                _count("classes", _("Số lớp")),
                _count("quota", _("Chỉ tiêu")),
                Item("who", _("Đối tượng, địa bàn")),
            ),
        ),
    ),
)

RESULTS = Part(
    "results",
    "VII",
    _("Kết quả giáo dục của năm học trước"),
    "Đ9.2",
    grids=(
        Grid(
            "pupils",
            _("Người học"),
            (
                Item("grade", _("Khối lớp, nhóm tuổi")),
                _count("total", _("Tổng số")),
                _count("girls", _("Nữ")),
                _count("minority", _("Dân tộc thiểu số")),
                _count("disabled", _("Khuyết tật")),
            ),
        ),
        Grid(
            "outcomes",
            _("Kết quả học tập, rèn luyện"),
            (
                Item("grade", _("Khối lớp, nhóm tuổi")),
                _count("completed", _("Hoàn thành, lên lớp")),
                _count("repeated", _("Chưa hoàn thành")),
                _count("graduated", _("Hoàn thành cấp học")),
            ),
        ),
    ),
    items=(_long("remarks", _("Nhận xét chung")),),
)

REPORT = Part("report", "VIII", _("Báo cáo thường niên"), "Đ14", needs_pdf=True)

PARTS = (GENERAL, FINANCE, STAFF, FACILITIES, QUALITY, PLAN, RESULTS, REPORT)


def due_date(starts_in: int) -> date:
    """Return the day before which the parts of a school year must be public. starts_in: 2026 for 2026–2027."""
    return date(starts_in + 1, DUE_MONTH, DUE_DAY)


def school_year_on(day: date) -> int:
    """Return the year in which the school year of `day` began."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def year_words(starts_in: int) -> str:
    """Return "2026–2027"."""
    return f"{starts_in}–{starts_in + 1}"
