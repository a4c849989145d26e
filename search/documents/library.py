from typing import Any

from search.documents.parts import body_text, common_fields, one_line
from tenants.registry.document import SearchDocument


def build_album(page: Any) -> SearchDocument:
    """Pictures and videos: found by their captions and titles, and by what they are."""
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.body),
        keywords=" ".join(filter(None, ("ảnh" * bool(page.picture_count), "video" * bool(page.video_count)))),
        published_at=page.first_published_at,
    )


def build_resource(page: Any) -> SearchDocument:
    """A teaching resource or a piece of research: found by its author, subject, grade and kind, too."""
    words = (page.get_kind_display(), page.get_subject_display(), page.get_grade_display())
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, (body_text(page.summary, page.body), one_line(page.author)))),
        keywords=one_line(" ".join(map(str, words))),
        published_at=page.first_published_at,
    )


def build_links(page: Any) -> SearchDocument:
    """A list of systems and services elsewhere: found by their names and what they are for."""
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.links),
        published_at=page.last_published_at or page.first_published_at,
    )
