"""What albums and lists of links are made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from sites.blocks import FigureBlock, HeadingBlock, VideoBlock
from sites.library.addresses import address_error
from sites.library.enums import Audience

# More is no album anybody looks through, and a page too long for a phone.
MOST_ITEMS = 200


class AlbumBlock(blocks.StreamBlock):
    """Pictures and videos, in the order in which they are shown."""

    image = FigureBlock()
    video = VideoBlock()

    class Meta:
        max_num = MOST_ITEMS


class LinkBlock(blocks.StructBlock):
    """A system or service on another site, with what a reader wants to know before going there."""

    name = blocks.CharBlock(label=_("Tên hệ thống, dịch vụ"), max_length=150)
    purpose = blocks.TextBlock(
        label=_("Để làm gì"), max_length=300, rows=2, help_text=_("Một câu. Ví dụ: Nộp báo cáo đầu năm học.")
    )
    audience = blocks.ChoiceBlock(label=_("Dành cho"), choices=Audience.choices, default=Audience.EVERYBODY)
    url = blocks.URLBlock(label=_("Địa chỉ"), help_text=_("Bắt đầu bằng https://. Mỗi đêm máy thử mở địa chỉ này."))
    needs_login = blocks.BooleanBlock(
        label=_("Phải đăng nhập"), required=False, help_text=_("Đánh dấu nếu cần tài khoản mới vào được.")
    )

    class Meta:
        icon = "link"
        label = _("Đường dẫn")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if error := address_error(cleaned["url"]):
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(error)})
        return cleaned


class LinksBlock(blocks.StreamBlock):
    """Links, in groups where headings stand between them."""

    link = LinkBlock()
    heading = HeadingBlock()

    class Meta:
        max_num = MOST_ITEMS
