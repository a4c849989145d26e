"""What changes a document's entry in lists without publishing it: other documents, and a new file under its name."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from core.media.collect import register_names
from core.media.models import UnitDocument
from sites.legal.settle import settle_documents
from sites.models import DocumentImport, LegalDocumentPage
from sites.signals import page_content_changed
from tenants.units.generation import raise_generation


@receiver([page_published, page_unpublished, post_delete], sender=LegalDocumentPage)
def follow_document(sender: type, instance: Any, **kwargs: Any) -> None:
    if settle_documents():
        raise_generation()


@receiver(post_save, sender=UnitDocument)
def follow_file(sender: type, instance: UnitDocument, created: bool, **kwargs: Any) -> None:
    """A file replaced in the library has another address, which lists and search carry."""
    if created:
        return
    for page in LegalDocumentPage.objects.live().filter(attachment=instance):
        page_content_changed.send(sender=LegalDocumentPage, instance=page)


def archives_waiting() -> list[str]:
    """Return the ZIPs of lists not written yet: their path stands in a column of words."""
    return list(DocumentImport.objects.exclude(archive="").values_list("archive", flat=True))


register_names(archives_waiting)
