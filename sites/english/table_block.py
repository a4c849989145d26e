"""A table whose words wagtail-localize can translate. Wagtail's own would stand in Vietnamese on an English page."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from wagtail.contrib.table_block.blocks import TableBlock
from wagtail_localize.segments import StringSegmentValue

_CAPTION = "caption"


class WordedTableBlock(TableBlock):
    """Each cell with a letter in it is a sentence, and so is the caption; figures stay as they are."""

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Stay Wagtail's table in migrations: what is stored is the same, and a migration runs once a unit."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.contrib.table_block.blocks.TableBlock", args, kwargs

    def get_translatable_segments(self, value: dict[str, Any] | None) -> list[StringSegmentValue]:
        return [StringSegmentValue(place, text) for place, text in _texts(value or {})]

    def restore_translated_segments(self, value: dict[str, Any], segments: list[StringSegmentValue]) -> dict[str, Any]:
        """Return a copy of the table with the translated words in their places."""
        table = deepcopy(value)
        for segment in segments:
            if segment.path == _CAPTION:
                table["table_caption"] = segment.render_text()
            else:
                row, column = map(int, segment.path.split("-"))
                table["data"][row][column] = segment.render_text()
        return table


def _texts(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield place → text: "2-0" is the first cell of the third row."""
    if caption := value.get("table_caption"):
        yield _CAPTION, caption
    for row, cells in enumerate(value.get("data", ())):
        for column, text in enumerate(cells):
            if text and any(letter.isalpha() for letter in text):
                yield f"{row}-{column}", text
