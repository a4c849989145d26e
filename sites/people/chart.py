"""The organization chart as boxes and lines: the unit on the left, one column a level, one row a part without parts."""

import textwrap
from collections.abc import Iterator

from sites.viewdata.people import Chart, ChartBox, ChartText, PartNode

BOX_WIDTH, COLUMN_GAP, ROW_GAP = 250, 44, 14
PADDING, LINE_HEIGHT = 12, 21
# At the chart's 15 px, the widest Vietnamese words still fit the box.
CHARACTERS = 28
MOST_LINES = 4


def draw_chart(root: PartNode) -> Chart:
    """Return the chart of a part and everything below it."""
    drawing = _Drawing()
    drawing.place(root, 0)
    return Chart(width=drawing.width, height=drawing.height, boxes=tuple(drawing.boxes), lines=tuple(drawing.lines))


class _Drawing:
    def __init__(self) -> None:
        self.boxes: list[ChartBox] = []
        self.lines: list[str] = []
        self.width = self.height = 1
        self._next_y = 1

    def place(self, node: PartNode, level: int) -> ChartBox:
        """Place the node in the middle of those below it, or on the next free row; return its box."""
        lines = list(_lines(node))
        height = 2 * PADDING + LINE_HEIGHT * len(lines)
        x, at = 1 + level * (BOX_WIDTH + COLUMN_GAP), len(self.boxes)
        top = self._next_y
        below = [self.place(part, level + 1) for part in node.parts]
        y = top
        if below:
            middle = (below[0].y + below[-1].y + below[-1].height) // 2
            y = max(top, middle - height // 2)
        box = ChartBox(x, y, BOX_WIDTH, height, tuple(_texts(lines, x, y)))
        self.boxes.insert(at, box)
        self.lines += [_line(box, one) for one in below]
        self._next_y = max(self._next_y, y + height + ROW_GAP)
        self.width, self.height = max(self.width, x + BOX_WIDTH + 1), max(self.height, y + height + 1)
        return box


def _lines(node: PartNode) -> Iterator[tuple[str, bool]]:
    for text, is_head in ((node.name, False), (node.head, True)):
        for line in textwrap.wrap(text, CHARACTERS, max_lines=MOST_LINES, placeholder=" …"):
            yield line, is_head


def _texts(lines: list[tuple[str, bool]], x: int, y: int) -> Iterator[ChartText]:
    for number, (text, is_head) in enumerate(lines, start=1):
        yield ChartText(x + PADDING, y + PADDING + LINE_HEIGHT * number - 6, text, is_head)


def _line(box: ChartBox, below: ChartBox) -> str:
    start_x, start_y = box.x + box.width, box.y + box.height // 2
    end_y = below.y + below.height // 2
    return f"M{start_x} {start_y}H{start_x + COLUMN_GAP // 2}V{end_y}H{below.x}"
