"""What a publication and a draft ask of the database and of the worker."""

from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex
from wagtail.search.models import IndexEntry

from core.media.models import UnitImage
from sites.models import ArticlePage, SectionPage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

REFERENCES = "wagtail.tasks.update_reference_index_task"
SEARCH = "modelsearch.tasks.insert_or_update_object_task"
# Stock Wagtail needs 83 for a like post, without telling a network's search (`make bench ONLY=publish`).
MOST_STATEMENTS = 90


@pytest.fixture(autouse=True)
def _in_an_binh(an_binh: UnitSite) -> Iterator[None]:
    DBTaskResult.objects.all().delete()
    with use_site(an_binh):
        yield


def queued(task_path: str, page: Page) -> int:
    """Return how many tasks of this kind wait for the page."""
    rows = DBTaskResult.objects.filter(task_path=task_path)
    return sum(row.args_kwargs["args"][-1] == str(page.pk) for row in rows)


def shown_pictures(page: Page) -> set[str]:
    """Return the keys of the pictures that Wagtail's reference index knows of the page."""
    found = ReferenceIndex.get_references_for_object(page)
    pictures = found.filter(to_content_type=ContentType.objects.get_for_model(UnitImage))
    return set(pictures.values_list("to_object_id", flat=True))


def test_publishing_writes_the_reference_index_and_queues_no_task_for_it() -> None:
    page, picture = make_article(live=False), make_image()
    DBTaskResult.objects.all().delete()
    page.cover_image = picture
    page.save_revision().publish()
    assert shown_pictures(page) == {str(picture.pk)}
    assert queued(REFERENCES, page) == 0
    assert queued(SEARCH, page) == 1


def test_saving_a_draft_queues_nothing() -> None:
    page = make_article()
    DBTaskResult.objects.all().delete()
    page.title = "Tựa đang viết dở"
    page.save_revision()
    assert not DBTaskResult.objects.exists()


def test_page_that_is_not_live_is_indexed_by_tasks() -> None:
    page = make_article(live=False)
    assert queued(REFERENCES, page) == 1
    assert queued(SEARCH, page) == 1


def test_deleted_page_leaves_the_admin_search() -> None:
    page = make_article()
    IndexEntry.add_generic_relations()
    for model in (ArticlePage, Page):
        IndexEntry.objects.create(
            content_type=ContentType.objects.get_for_model(model), object_id=str(page.pk), title_norm=1.0
        )
    page.delete()
    assert not IndexEntry.objects.filter(object_id=str(page.pk)).exists()


def test_publication_stays_near_the_statements_of_stock_wagtail(django_assert_max_num_queries) -> None:
    section = SectionPage.objects.get(key=SectionKey.NEWS)
    page = ArticlePage(title="Hội trại", live=False, published_at="2026-11-24T08:00+07:00", cover_image=make_image())
    section.add_child(instance=page)
    page.save_revision()
    page.title = "Hội trại mùa xuân"
    with django_assert_max_num_queries(MOST_STATEMENTS), transaction.atomic():
        page.save_revision(log_action=True).publish()
