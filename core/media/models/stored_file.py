"""What images and documents share: content that passed intake, under a token, public or not."""

from typing import Any, cast

from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from core.media.intake import AcceptedFile, Upload, accept_document, accept_image
from core.media.storage import parts_of


class StoredFile(models.Model):
    """token: the folder of `file`. content_hash: of its bytes. is_public: kept by core.media.actions.

    has_new_content: whether the last `save` stored another file, for whoever follows it.
    """

    file: Any
    file_size: int | None
    token = models.CharField(_("mã tệp"), max_length=22, editable=False)
    content_hash = models.CharField(_("SHA-256 của nội dung"), max_length=64, editable=False)
    is_public = models.BooleanField(_("ai cũng xem được"), default=False, editable=False)

    has_new_content = False

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the file before the row: that settles the columns which describe it, whatever their order."""
        cast(models.FileField, self._meta.get_field("file")).pre_save(self, self._state.adding)
        token = parts_of(self.file.name).token
        self.has_new_content, self.token = token != self.token, token
        super().save(*args, **kwargs)


class AcceptingFieldFile(FieldFile):
    """The one road a file takes into a row: what has not passed intake yet passes it here.

    Wagtail's multiple upload stores the browser's raw file when another field of its form was wrong and hands it over
    later, past the form's own check of the file. Saving may raise IntakeRefused.
    """

    @staticmethod
    def accept(file: Upload) -> AcceptedFile:
        raise NotImplementedError

    def save(self, name: str, content: Upload, save: bool = True) -> None:
        accepted = content if isinstance(content, AcceptedFile) else self.accept(File(content, name=name))
        super().save(accepted.name or name, accepted, save=False)
        stored = cast(StoredFile, self.instance)
        stored.content_hash, stored.file_size = accepted.sha256, accepted.size
        if save:
            self.instance.save()


class ImageFieldFile(AcceptingFieldFile, WagtailImageFieldFile):
    accept = staticmethod(accept_image)


class StoredImageField(WagtailImageField):
    attr_class: Any = ImageFieldFile


class DocumentFieldFile(AcceptingFieldFile):
    accept = staticmethod(accept_document)


class StoredDocumentField(models.FileField):
    attr_class: Any = DocumentFieldFile
