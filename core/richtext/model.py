"""A text between reading and writing: blocks of runs, nothing else can be stored."""

from dataclasses import dataclass, field

from core.text.legacy import LegacyEncoding


@dataclass(frozen=True, slots=True)
class FontHint:
    """What a font name says about the bytes under it. capitals: the font draws small letters as capitals (.VnTimeH)."""

    encoding: LegacyEncoding
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that may differ from one run to the next. link: the attributes of <a>, in order."""

    bold: bool = False
    italic: bool = False
    link: tuple[tuple[str, str], ...] = ()
    hint: FontHint | None = None


PLAIN = Look()


@dataclass(slots=True)
class Run:
    """Characters of one look; "\\n" is a line break within the block."""

    text: str
    look: Look = PLAIN


@dataclass(slots=True)
class ListItem:
    """Place of a block in a list. depth: 0 is the outermost list."""

    ordered: bool
    depth: int


@dataclass(slots=True)
class Marker:
    """What stood before a paragraph instead of list markup: "·", "-", "1.", "a)".

    level: depth Word gave it, from 0; None when a person typed the marker as text.
    """

    text: str
    level: int | None = None


@dataclass(slots=True)
class TextBlock:
    """A paragraph, heading (heading = level 1–6 of its source) or list item. key: Draftail's block key, or ""."""

    runs: list[Run] = field(default_factory=list)
    heading: int = 0
    item: ListItem | None = None
    marker: Marker | None = None
    key: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_paragraph(self) -> bool:
        return not self.heading and self.item is None

    @property
    def is_bold(self) -> bool:
        """Whether every visible character is bold."""
        visible = [run for run in self.runs if run.text.strip()]
        return bool(visible) and all(run.look.bold for run in visible)


@dataclass(slots=True)
class Cell:
    block: TextBlock = field(default_factory=TextBlock)
    is_head: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class TableBlock:
    rows: list[list[Cell]] = field(default_factory=list)
    has_head: bool = False

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row]


Block = TextBlock | TableBlock


def text_blocks(blocks: list[Block]) -> list[TextBlock]:
    """Return every block of runs in reading order, those inside table cells included."""
    found: list[TextBlock] = []
    for block in blocks:
        found += [block] if isinstance(block, TextBlock) else [cell.block for cell in block.cells]
    return found
