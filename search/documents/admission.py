from typing import Any

from search.documents.parts import body_text, common_fields, one_line
from tenants.registry.document import SearchDocument


def build_admission(page: Any) -> SearchDocument:
    """A notice of an exam or admission: found by its facts and papers, too; the names in its lists stay out."""
    papers = ", ".join(item.value["name"] for item in page.dossier)
    facts = (page.applicants, page.quota, page.form, page.conditions, page.hours, page.place, papers)
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, (body_text(page.summary, page.body), *map(one_line, facts)))),
        keywords=one_line(f"{page.get_kind_display()} {page.get_level_display()}"),
        published_at=page.first_published_at,
        year=page.closes_date.year,
    )
