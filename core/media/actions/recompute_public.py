"""Keep `is_public` of files equal to "a public page or list shows it", in the transaction that changes either."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex

from core.media.holders import shown_by_holders
from core.media.models import Faces, UnitDocument, UnitImage
from core.media.queries import Files, files_of, pages_showing
from core.media.signals import documents_hidden


@transaction.atomic(savepoint=False)
def recompute_public(*, page: Page) -> None:
    """Bring the reference index of `page` up to date and recompute every file it shows or showed.

    page: as just saved; when its `live` is False the files count as hidden even before the row says so.
    Costs three queries, and five or six more for its images and for its documents when it has any.
    """
    files = files_of(page)
    if page.live:
        specific = page.specific
        ReferenceIndex.create_or_update_for_object(specific)
        files = files.union(files_of(specific))
    recompute_files(files=files, hidden=frozenset() if page.live else frozenset({page.pk}))


@transaction.atomic(savepoint=False)
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
    were_public = dict(rows.select_for_update().order_by("pk").values_list("pk", "is_public"))
    publishable = set(allowed.values_list("pk", flat=True))
    pages = pages_showing(rows.model, publishable)
    candidates = set().union(*pages.values()) - set(hidden)
    public_pages = set(Page.objects.live().public().filter(pk__in=candidates).order_by().values_list("pk", flat=True))
    public = {key for key, shown_on in pages.items() if shown_on & public_pages}
    public |= shown_by_holders(rows.model, publishable)
    for is_public in (True, False):
        changed = [key for key, was in were_public.items() if was != is_public and (key in public) == is_public]
        if changed:
            rows.filter(pk__in=changed).update(is_public=is_public)
            if rows.model is UnitDocument and not is_public:
                documents_hidden.send(sender=UnitDocument, keys=changed)
