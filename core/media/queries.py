"""Which files a page or another holder refers to, and which holders show a file.

Wagtail's reference index answers both. It is written by a task after the page, so whoever needs the present brings it
up to date first (core.media.actions.recompute_public).
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from core.media.models import UnitDocument, UnitImage


class Files(NamedTuple):
    """Primary keys of images and documents of the active unit."""

    images: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()

    def union(self, other: "Files") -> "Files":
        return Files(self.images | other.images, self.documents | other.documents)


def files_of(holder: Model) -> Files:
    """Return the files `holder` (a page, or any model in the reference index) refers to. One query."""
    return _files_in(ReferenceIndex.get_references_for_object(holder).values_list("to_content_type_id", "to_object_id"))


def files_below(page: Page) -> Files:
    """Return the files that `page` and its descendants refer to. One query."""
    return files_of_pages(Page.objects.descendant_of(page, inclusive=True))


def files_of_pages(pages: PageQuerySet) -> Files:
    """Return the files that any of the pages refers to, by the reference index as it stands. One query."""
    keys = pages.order_by().annotate(key=Cast("pk", CharField())).values("key")
    references = ReferenceIndex.objects.filter(base_content_type=_content_type(Page), object_id__in=keys)
    return _files_in(references.values_list("to_content_type_id", "to_object_id"))


def pages_showing(model: type[Model], keys: Collection[int]) -> dict[int, set[int]]:
    """Return image or document key → keys of the pages, in any state, that refer to it. One query."""
    references = ReferenceIndex.objects.filter(
        base_content_type=_content_type(Page),
        to_content_type=_content_type(model),
        to_object_id__in=[str(key) for key in keys],
    )
    pages: dict[int, set[int]] = {}
    for file_key, page_key in references.values_list("to_object_id", "object_id"):
        pages.setdefault(int(file_key), set()).add(int(page_key))
    return pages


def _files_in(references: Iterable[tuple[int, str]]) -> Files:
    found = list(references)
    return Files(*(_keys(found, model) for model in (UnitImage, UnitDocument)))


def _keys(references: list[tuple[int, str]], model: type[Model]) -> frozenset[int]:
    content_type = _content_type(model).pk
    return frozenset(int(key) for found_type, key in references if found_type == content_type)


def _content_type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)
