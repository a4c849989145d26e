from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile

from core.media.models import UnitDocument
from search.attachments import worker
from sites.models import ArticlePage, SectionPage


@pytest.fixture
def publish(db: None) -> Callable[..., ArticlePage]:
    """Publish a post of the active unit that shows a file."""

    def make(content: bytes, name: str = "ke-hoach.docx", title: str = "Thông báo") -> ArticlePage:
        document = UnitDocument(title="Kế hoạch năm học")
        document.file.save(name, ContentFile(content), save=False)
        document.save()
        page = ArticlePage(title=title, live=False, body=[("document", document)])
        SectionPage.objects.first().add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    return make


@pytest.fixture
def read(db: None) -> Callable[[], int]:
    """Read what waits, as the worker does."""
    return worker.drain
