"""Keep `is_public` of files equal to "a public page shows it", in the transaction that changes the page."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex

from core.media.models import Faces, UnitDocument, UnitImage
from core.media.queries import Files, files_of, pages_showing


@transaction.atomic
def recompute_public(*, page: Page) -> None:
    """Bring the reference index of `page` up to date and recompute every file it shows or showed.

    page: as just saved; when its `live` is False the files count as hidden even before the row says so.
    Costs about ten queries, one when the page has no files.
    """
    files = files_of(page)
    if page.live:
        specific = page.specific
        ReferenceIndex.create_or_update_for_object(specific)
        files = files.union(files_of(specific))
    recompute_files(files=files, hidden=frozenset() if page.live else frozenset({page.pk}))


@transaction.atomic
def recompute_files(*, files: Files, hidden: Collection[int] = frozenset()) -> None:
    """Recompute whether `files` are public. hidden: keys of pages to leave out although their row still says live.

    A picture whose consent is missing and a form of consent are never public, whatever shows them.
    """
    if files.images:
        images = UnitImage.objects.filter(pk__in=files.images)
        _store(images, images.exclude(faces=Faces.UNCONSENTED), hidden)
    if files.documents:
        documents = UnitDocument.objects.filter(pk__in=files.documents)
        _store(documents, documents.filter(consented_images=None), hidden)


def _store(rows: QuerySet[Any], allowed: QuerySet[Any], hidden: Collection[int]) -> None:
    # Two pages that share a file may change at once: the second waits here and then sees what the first committed.
    list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))
    keys = set(allowed.values_list("pk", flat=True))
    pages = pages_showing(rows.model, keys)
    public_pages = set(
        Page.objects.live()
        .public()
        .filter(pk__in=set().union(*pages.values()) - set(hidden))
        .values_list("pk", flat=True)
    )
    public = {key for key, shown_on in pages.items() if shown_on & public_pages}
    rows.filter(pk__in=public, is_public=False).update(is_public=True)
    rows.exclude(pk__in=public).filter(is_public=True).update(is_public=False)
