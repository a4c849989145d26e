"""The files a page shows as it stands in memory: a draft from the editor, a revision, or the row."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

from core.media.actions.obstacles import Obstacle, publication_obstacles
from core.media.models import UnitDocument, UnitImage


def page_obstacles(page: Page) -> list[Obstacle]:
    """Return what keeps `page` from being published because of its files, each as a sentence.

    page: specific instance of any type; unsaved changes count. At most three queries.
    """
    # The public methods of the reference index know the stored page only; a draft in the editor is not stored yet.
    references = [(row[0], int(row[1])) for row in ReferenceIndex._extract_references_from_object(page)]
    images = UnitImage.objects.filter(pk__in=_keys(references, UnitImage))
    documents = UnitDocument.objects.filter(pk__in=_keys(references, UnitDocument))
    return publication_obstacles(images, documents)


def _keys(references: list[tuple[int, int]], model: type[Model]) -> list[int]:
    content_type = ContentType.objects.get_for_model(model).pk
    return [key for found, key in references if found == content_type]
