from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from core.spreadsheets.refusal import ListError
from sites.admissions.sheets import sheet_of


class SheetBlock(blocks.StructBlock):
    """A list from a workbook. What makes it unreadable is said beside the file."""

    title = blocks.CharBlock(
        label=_("Tên danh sách"), max_length=150, help_text=_("Ví dụ: Danh sách phòng thi môn Toán.")
    )
    file = DocumentChooserBlock(
        label=_("Tệp Excel"),
        help_text=_(
            "Tối đa 1.000 dòng, 12 cột, không gộp ô. Trang hiện danh sách thành bảng và cho tải tệp. Đừng để số định "
            "danh, điện thoại, địa chỉ trong tệp."
        ),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        try:
            if cleaned["file"]:
                sheet_of(cleaned["file"])
        except ListError as refusal:
            raise blocks.StructBlockValidationError(block_errors={"file": ValidationError(str(refusal))}) from refusal
        return cleaned

    class Meta:
        icon = "table"
        label = _("Danh sách")
