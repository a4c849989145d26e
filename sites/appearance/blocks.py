"""The blocks of the three home pages that a unit may put in another order or hide."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from sites.frame import SiteKind


@dataclass(frozen=True, slots=True)
class HomeBlock:
    """name: as templates/pages/home_*.html asks for it. reason: why it cannot be hidden; "" when it can."""

    name: str
    label: Any
    reason: Any = ""


HOME_BLOCKS: dict[SiteKind, tuple[HomeBlock, ...]] = {
    "portal": (
        HomeBlock(
            "news",
            _("Tin tức và thông báo"),
            _("Luôn hiện: tin của Sở là chuyên mục bắt buộc (Quyết định 1682/QĐ-SGDĐT, điều 9)."),
        ),
        HomeBlock("from_units", _("Thông tin từ cơ sở")),
        HomeBlock("documents", _("Văn bản mới và Hỏi – Đáp")),
        HomeBlock("finder", _("Tìm trường")),
    ),
    "office": (
        HomeBlock(
            "news",
            _("Tin tức, liên hệ và thông báo"),
            _("Luôn hiện: người dân phải thấy ngay cách liên hệ (Thông tư 37/2020/TT-BGDĐT, điều 9)."),
        ),
        HomeBlock("schools", _("Trường trên địa bàn")),
        HomeBlock("documents", _("Văn bản")),
    ),
    "school": (
        HomeBlock("today", _("Hôm nay: lịch, thực đơn, việc phụ huynh cần biết")),
        HomeBlock(
            "news",
            _("Tin của trường, tiến độ công khai và thông báo"),
            _("Luôn hiện: khối này có tiến độ công khai (Thông tư 09/2024/TT-BGDĐT)."),
        ),
        HomeBlock("from_department", _("Từ Sở Giáo dục và Đào tạo")),
    ),
}


def arranged_blocks(kind: SiteKind, order: Sequence[str]) -> list[HomeBlock]:
    """Return all blocks of such a home page: first those that `order` names, in that order."""
    place = {name: number for number, name in enumerate(order)}
    return sorted(HOME_BLOCKS[kind], key=lambda block: place.get(block.name, len(place)))


def shown_blocks(kind: SiteKind, order: Sequence[str], hidden: Collection[str]) -> tuple[str, ...]:
    """Return the names of the blocks readers see, in their order. What cannot be hidden is never left out."""
    return tuple(block.name for block in arranged_blocks(kind, order) if block.reason or block.name not in hidden)
