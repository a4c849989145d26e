"""Words without markup, as search and programs read them."""

from typing import Any

from core.text.normalize import clean_text


def one_line(text: str) -> str:
    """Return clean NFC text with single spaces."""
    return " ".join(clean_text(text).split())


def body_text(summary: str, body: Any) -> str:
    """Return the words of a summary and of a stream of blocks (a StreamValue), a line a block, without markup."""
    blocks = body.stream_block.get_searchable_content(body)
    return "\n".join(line for line in map(one_line, [summary, *blocks]) if line)
