"""What the builders share."""

from typing import Any

from core.text.plain import body_text, one_line

__all__ = ["body_text", "common_fields", "one_line"]


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
