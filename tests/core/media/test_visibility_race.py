"""Two pages that share a picture change at the same moment, each in a transaction of its own."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from core.media.models import UnitImage
from sites.models import ArticlePage
from tenants.units.context import use_site
from tests.core.media.conftest import make_image, make_page
from tests.support.database import copied_database, use_database
from tests.support.network import site_of

# How long the second transaction gets to do the wrong thing before the first one commits.
HEAD_START_SECONDS = 0.5


@pytest.fixture
def committed_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A database of this test's own, in which transactions really commit."""
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        with copied_database(f"{shared}_race") as name:
            use_database(name)
            yield
        use_database(shared)


def test_publication_of_one_page_survives_the_unpublication_of_the_other(committed_database: None) -> None:
    site = site_of("th-an-binh")
    with use_site(site):
        image = make_image()
        shown, draft = make_page("Hai", image=image), make_page("Một", image=image, live=False)

    def unpublish_the_shown_page() -> None:
        with use_site(site), transaction.atomic():
            ArticlePage.objects.get(pk=shown.pk).unpublish()
        connection.close()

    other = threading.Thread(target=unpublish_the_shown_page)
    with use_site(site):
        with transaction.atomic():
            draft.save_revision().publish()
            other.start()
            other.join(timeout=HEAD_START_SECONDS)
        other.join()
        assert UnitImage.objects.get(pk=image.pk).is_public
