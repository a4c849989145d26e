import hashlib
from pathlib import PurePosixPath
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet, get_upload_to

from core.media.enums import PUBLISHABLE, Faces
from core.media.models.document import UnitDocument
from core.media.models.stored_file import StoredFile, StoredImageField
from core.media.storage import new_token, parts_of, path_for

_NAME_LENGTH = 60


class UnitImage(StoredFile, AbstractImage):
    """A picture of one unit. `description` is its alternative text; a block may say it is decorative instead."""

    objects: ClassVar[models.Manager["UnitImage"]] = ImageQuerySet.as_manager()

    file = StoredImageField(_("tệp ảnh"), upload_to=get_upload_to, width_field="width", height_field="height")
    description = models.CharField(_("Lời mô tả ảnh"), max_length=255, blank=True)
    credit = models.CharField(_("Tác giả ảnh"), max_length=150, blank=True)
    faces = models.CharField(_("Mặt học sinh"), max_length=12, choices=Faces.choices, default=Faces.UNANSWERED)
    consent_document = models.ForeignKey(
        UnitDocument,
        verbose_name=_("Giấy đồng ý"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consented_images",
    )
    consent_note = models.CharField(_("Ghi chú về sự đồng ý"), max_length=250, blank=True)

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        "title",
        "file",
        "description",
        "credit",
        "faces",
        "consent_document",
        "consent_note",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("ảnh")
        verbose_name_plural = _("ảnh")
        constraints = [
            models.UniqueConstraint(fields=["token"], name="unitimage_token"),
            models.CheckConstraint(condition=models.Q(faces__in=Faces.values), name="unitimage_faces"),
        ]
        # The portal looks for a post's pictures by content, so that each is stored once.
        indexes = [models.Index(fields=["content_hash"], name="unitimage_content")]

    def get_upload_to(self, filename: str) -> str:
        return path_for(filename, token=new_token())

    @property
    def is_publishable(self) -> bool:
        """Whether the answer about pupils' faces lets a page that shows this picture be published."""
        return self.faces in PUBLISHABLE


class UnitRendition(AbstractRendition):
    """A picture at one size, in its original's folder: what hides the original hides it too."""

    image = models.ForeignKey(UnitImage, on_delete=models.CASCADE, related_name="renditions")
    # Always looked up together with the image, so Wagtail's own two indexes on it would be paid for nothing.
    filter_spec = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unitrendition_unique")
        ]

    def get_upload_to(self, filename: str) -> str:
        if len(filename) > _NAME_LENGTH:  # a long chain of operations; the column holds 100 characters in all
            digest = hashlib.sha256(filename.encode()).hexdigest()[:12]
            filename = f"{digest}{PurePosixPath(filename).suffix}"
        return path_for(filename, token=parts_of(self.image.file.name).token)
