from typing import Any

from search.documents.parts import body_text, common_fields, one_line
from tenants.exchange.models import Submission
from tenants.registry.document import Origin, SearchDocument
from tenants.registry.models import Entry


def build_article(page: Any) -> SearchDocument:
    """A unit's own post."""
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.body),
        keywords=_topic_words(page),
        published_at=page.published_at or page.first_published_at,
    )


def build_republished(page: Any) -> SearchDocument:
    """The portal's copy of a post: found under the level and commune of the unit it came from. One query."""
    origin = None
    if page.unit_name:
        origin = Origin(
            unit_name=page.unit_name,
            url=page.source_url,
            kind=page.unit_kind,
            levels=tuple(page.unit_levels),
            commune_code=page.commune_code,
            original=_original(page),
        )
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.body),
        keywords=_topic_words(page),
        published_at=page.published_at or page.first_published_at,
        origin=origin,
    )


def _original(page: Any) -> int | None:
    """Return the key of the entry that the copy repeats; the ledger knows which post was sent. One query."""
    sent = Submission.objects.filter(uuid=page.submission_uuid)
    own = Entry.objects.filter(unit__uuid=page.unit_uuid, object_type="article", object_id__in=sent.values("page_id"))
    return own.values_list("pk", flat=True).first()


def _topic_words(page: Any) -> str:
    """Return the topics as their slugs' words: search finds words without marks, and names may change."""
    return one_line(" ".join(page.topics).replace("-", " "))
