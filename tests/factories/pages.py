"""Pages as an editor would leave them."""

from typing import Any

from sites.models import ArticlePage, SectionPage
from sites.models.section import SectionKey


def make_article(title: str = "Trồng 500 cây xanh ven sông", *, live: bool = True, **fields: Any) -> ArticlePage:
    """Return an article in the active unit's news section, published through a revision as the admin does."""
    section = SectionPage.objects.get(key=SectionKey.NEWS, locale__language_code="vi")
    fields.setdefault("summary", "Thầy trò cùng người dân trồng lại hàng tre giữ bờ sông.")
    fields.setdefault(
        "body", [{"type": "paragraph", "value": "<p>Sáng thứ Bảy, học sinh trồng cây ven sông Thạch Hãn.</p>"}]
    )
    page = ArticlePage(title=title, live=False, **fields)
    section.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return ArticlePage.objects.get(pk=page.pk)
