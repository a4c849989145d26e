from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet

from core.media.models.stored_file import StoredDocumentField, StoredFile


class UnitDocument(StoredFile, AbstractDocument):
    """A file to read or download, of one unit."""

    objects: ClassVar[models.Manager["UnitDocument"]] = DocumentQuerySet.as_manager()

    file = StoredDocumentField(_("tệp"), upload_to="documents")

    admin_form_fields: ClassVar[tuple[str, ...]] = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("tài liệu")
        verbose_name_plural = _("tài liệu")
        constraints = [models.UniqueConstraint(fields=["token"], name="unitdocument_token")]
        indexes = [models.Index(fields=["content_hash"], name="unitdocument_content")]

    @property
    def url(self) -> str:
        """Where readers fetch it: the same checked address as a picture's."""
        return self.file.url
