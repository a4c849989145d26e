from datetime import datetime, time
from typing import Any

from django.utils import timezone

from search.documents.parts import body_text, common_fields, one_line
from tenants.registry.document import SearchDocument


def build_question(page: Any) -> SearchDocument:
    """A published question with its answer: dated by the answer. The asker's name is not searched."""
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.question, page.body),
        keywords=one_line(f"{page.get_topic_display()} {page.room}"),
        published_at=timezone.make_aware(datetime.combine(page.answered_date, time())),
        year=page.answered_date.year,
    )
