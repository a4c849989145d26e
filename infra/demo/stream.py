"""From the demo's mini-format to the blocks of a page's body."""

from html import escape
from typing import Any

Block = dict[str, Any]


def blocks(text: str) -> list[Block]:
    """Return stream blocks: `## ` heading, `- ` list, `> ` quotation, `| ` table, anything else a paragraph."""
    return [_block(chunk.splitlines()) for chunk in text.strip().split("\n\n") if chunk.strip()]


def with_figure(body: list[Block], *, image_id: int, alternative_text: str) -> list[Block]:
    """Return the body with a picture after its second block."""
    figure = {
        "type": "image",
        "value": {
            "image": {"image": image_id, "alt_text": alternative_text, "decorative": False},
            "caption": "",
            "credit": "",
        },
    }
    return [*body[:2], figure, *body[2:]]


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith("### "):
        return {"type": "paragraph", "value": f"<h3>{escape(first[4:])}</h3>{_paragraph(lines[1:])}"}
    if first.startswith("## "):
        return {"type": "heading", "value": {"text": first[3:]}}
    if first.startswith("- "):
        items = "".join(f"<li>{escape(line.removeprefix('- '))}</li>" for line in lines)
        return {"type": "paragraph", "value": f"<ul>{items}</ul>"}
    if first.startswith("> "):
        return _quotation(lines)
    if first.startswith("|"):
        return _table(lines)
    return {"type": "paragraph", "value": _paragraph(lines)}


def _paragraph(lines: list[str]) -> str:
    return f"<p>{escape(' '.join(lines))}</p>" if lines else ""


def _quotation(lines: list[str]) -> Block:
    source = next((line[3:] for line in lines if line.startswith(">> ")), "")
    text = " ".join(line[2:] for line in lines if line.startswith("> "))
    return {"type": "quotation", "value": {"text": text, "source": source}}


def _table(lines: list[str]) -> Block:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return {
        "type": "table",
        "value": {
            "data": rows,
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "cell": [],
            "mergeCells": [],
        },
    }
