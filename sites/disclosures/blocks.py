"""The editor's form of the eight parts, made from the table of the law."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from sites.disclosures.law import PARTS, Grid, Item, Measure, Part

MOST_ROWS = 60


class PartBlock(blocks.StructBlock):
    """One part. A part that is marked as ready holds something; the annual report holds a PDF."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["is_ready"]:
            return cleaned
        files = [document for document in cleaned["files"] if document]
        if self.meta.needs_pdf:
            if not any(document.file_extension.lower() == "pdf" for document in files):
                _refuse(_("Báo cáo thường niên cần ít nhất một tệp PDF. Hãy chọn tệp hoặc bỏ dấu công khai."))
        elif not files and not any(is_filled(cleaned[name]) for name in cleaned if name not in {"is_ready", "files"}):
            _refuse(_("Mục này chưa có nội dung nào. Hãy điền, hoặc bỏ dấu công khai."))
        return cleaned

    class Meta:
        needs_pdf = False


def is_filled(value: Any) -> bool:
    """Return whether a field, or any row of a table, holds something; 0 is something."""
    if hasattr(value, "bound_blocks") and not hasattr(value, "items"):
        return any(is_filled(row) for row in value)
    if hasattr(value, "values"):
        return any(is_filled(cell) for cell in value.values())
    return value not in (None, "")


def part_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the blocks of the stream, one a part, in the order of the law."""
    return [(part.key, _part(part)) for part in PARTS]


def empty_parts() -> list[dict[str, Any]]:
    """Return the stream of a year in which nothing is filled: all eight parts stand in the form from the start."""
    return [{"type": part.key, "value": {}} for part in PARTS]


def _part(part: Part) -> PartBlock:
    children: list[tuple[str, blocks.Block]] = [
        (
            "is_ready",
            blocks.BooleanBlock(
                label=_("Công khai mục này"),
                required=False,
                help_text=_("Đánh dấu khi số liệu đã đúng cho năm học này. Mục chưa đánh dấu không hiện trên trang."),
            ),
        ),
        *((item.key, _field(item)) for item in part.items),
        *((grid.key, _grid(grid)) for grid in part.grids),
        ("note", blocks.TextBlock(label=_("Ghi chú"), required=False, rows=2, max_length=2000)),
        ("files", blocks.ListBlock(DocumentChooserBlock(label=_("Tệp")), label=_("Tệp kèm theo"), default=[])),
    ]
    return PartBlock(
        children,
        label=format_lazy("{numeral}. {title}", numeral=part.numeral, title=part.title),
        needs_pdf=part.needs_pdf,
        collapsed=True,
    )


def _field(item: Item) -> blocks.FieldBlock:
    if item.measure == Measure.DECIMAL:
        return blocks.DecimalBlock(label=item.label, required=False, min_value=0, max_digits=12, decimal_places=2)
    if item.measure != Measure.TEXT:
        return blocks.IntegerBlock(label=item.label, required=False, min_value=0)
    if item.is_long:
        return blocks.TextBlock(label=item.label, required=False, rows=3, max_length=5000)
    return blocks.CharBlock(label=item.label, required=False, max_length=255)


def _grid(grid: Grid) -> blocks.ListBlock:
    row = blocks.StructBlock([(column.key, _field(column)) for column in grid.columns], label=_("Dòng"))
    return blocks.ListBlock(row, label=grid.title, default=[], max_num=MOST_ROWS, collapsed=True)


def _refuse(sentence: Any) -> None:
    raise blocks.StructBlockValidationError(block_errors={"is_ready": ValidationError(sentence)})
