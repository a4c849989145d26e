from collections.abc import Callable

import pytest

from search.attachments import worker
from sites.models import ArticlePage
from tests.search.attachments.samples import publish_with


@pytest.fixture
def publish(db: None) -> Callable[..., ArticlePage]:
    """Publish a post of the active unit that shows a file."""
    return publish_with


@pytest.fixture
def read(db: None) -> Callable[[], int]:
    """Read what waits, as the worker does."""
    return worker.drain
