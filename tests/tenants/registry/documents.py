"""Search documents for tests: say only what matters."""

from datetime import UTC, datetime
from typing import Any

from tenants.registry.document import SearchDocument

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


def document(object_id: int = 1, title: str = "Ngày hội đọc sách", **changes: Any) -> SearchDocument:
    values: dict[str, Any] = {
        "object_type": "article",
        "object_id": object_id,
        "locale": "vi",
        "path": f"/tin-tuc/bai-{object_id}/",
        "title": title,
        "body": "Mỗi lớp kể một câu chuyện.",
        "published_at": NOON,
    }
    return SearchDocument(**values | changes)
