"""What the builders share."""

from typing import Any

from core.text.normalize import clean_text


def common_fields(page: Any) -> dict[str, Any]:
    """Return the fields every page has alike."""
    return {
        "object_type": page.registry_type,
        "object_id": page.pk,
        "locale": page.locale.language_code,
        "path": page.get_url_parts()[2],
        "title": one_line(page.title),
        "summary": one_line(page.summary),
    }


def body_text(summary: str, body: Any) -> str:
    """Return the words of a summary and a stream of blocks, a line a block, without markup."""
    blocks = body.stream_block.get_searchable_content(body)
    return "\n".join(line for line in map(one_line, [summary, *blocks]) if line)


def one_line(text: str) -> str:
    """Return clean NFC text with single spaces."""
    return " ".join(clean_text(text).split())
