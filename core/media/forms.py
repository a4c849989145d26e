"""Wagtail's forms for images and documents, wherever it shows them: single and multiple upload, chooser, edit page."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.forms import BaseImageForm
from wagtail.models import ReferenceIndex

from core.media.actions.recompute_public import recompute_files
from core.media.enums import ANSWERS, Faces
from core.media.intake import AcceptedFile, IntakeRefused, Upload, accept_document, accept_image
from core.media.intake.weight import DOCUMENT_LIMIT, IMAGE_LIMIT
from core.media.queries import Files
from core.text.normalize import clean_text


class IntakeField(forms.FileField):
    """A file that passes intake as part of validation: the cleaned value is what may be stored."""

    max_upload_size: ClassVar[int]  # bytes; Wagtail's upload page refuses heavier files before sending them
    texts: ClassVar[dict[str, Any]]  # under the names by which Wagtail's upload page asks for them

    def __init__(self, *, replaces: forms.Field, help_text: Any) -> None:
        super().__init__(
            widget=replaces.widget,
            label=replaces.label,
            required=replaces.required,
            help_text=help_text,
            error_messages=self.texts,
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        cleaned = super().clean(data, initial)
        if data is None or cleaned is initial:
            return cleaned
        try:
            return self.accept(cleaned)
        except IntakeRefused as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from refusal

    @staticmethod
    def accept(file: Upload) -> AcceptedFile:
        raise NotImplementedError

    def to_python(self, data: Any) -> Any:
        # An empty file is intake's to refuse, in its own words.
        return data


class ImageIntakeField(IntakeField):
    accept = staticmethod(accept_image)
    max_upload_size = IMAGE_LIMIT
    texts = {
        "required": _("Chưa có ảnh nào được chọn. Hãy chọn một ảnh trên máy."),
        "file_too_large_unknown_size": _("Ảnh này nặng hơn 15 MB. Hãy lưu ảnh ở cỡ nhỏ hơn rồi tải lại."),
        "invalid_image_extension": _(
            "Tệp này không thuộc loại được nhận. Hãy chọn một trong các loại: ảnh JPEG, PNG, WebP, GIF, HEIC."
        ),
    }


class DocumentIntakeField(IntakeField):
    accept = staticmethod(accept_document)
    max_upload_size = DOCUMENT_LIMIT
    texts = {
        "required": _("Chưa có tệp nào được chọn. Hãy chọn một tệp trên máy."),
        "file_too_large_unknown_size": _("Tệp này nặng hơn 20 MB. Hãy nén tệp hoặc chia thành hai phần."),
    }


class StoredFileForm(BaseCollectionMemberForm):
    """What both forms share: a clean title, and an old file that lives until its replacement is committed."""

    original_file: Any  # Wagtail's forms keep the file of before the upload here

    def clean_title(self) -> str:
        return clean_text(self.cleaned_data["title"])

    def save(self, commit: bool = True) -> Any:
        # Wagtail deletes the replaced file at once, also when the transaction is then rolled back.
        replaced, self.original_file = self.original_file, None
        stored = super().save(commit=commit)
        if commit and replaced and "file" in self.changed_data:
            transaction.on_commit(partial(replaced.storage.delete, replaced.name))
        return stored


class ImageForm(StoredFileForm, BaseImageForm):
    """Asks the question about pupils' faces, with nothing ticked beforehand.

    Where the picture itself travels in the form, an open question does not refuse it, since the browser would have to
    send it again: the answer stays `unanswered`, which keeps the picture out of published pages.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        has_file = "file" in self.fields
        if has_file:
            self.fields["file"] = ImageIntakeField(
                replaces=self.fields["file"],
                help_text=_(
                    "Ảnh JPEG, PNG, WebP, GIF hoặc HEIC, nặng tối đa 15 MB. Thông tin vị trí trong ảnh được xóa."
                ),
            )
        self._word_fields()
        self.fields["faces"].required = not has_file or bool(self.instance.pk)
        if has_file and self.instance.pk:
            self.fields["consent_document"].widget = AdminDocumentChooser()
        else:
            # A chooser cannot open inside the window of another one.
            del self.fields["consent_document"]

    def _word_fields(self) -> None:
        self.fields["description"].help_text = _("Một câu cho người không nhìn thấy ảnh: trong ảnh có ai, đang làm gì.")
        self.fields["consent_note"].help_text = _(
            "Ai đã đồng ý, ngày nào, giấy cất ở đâu. Chỉ người quản trị trang đọc được."
        )
        self.fields["faces"] = forms.ChoiceField(
            label=_("Ảnh có nhìn rõ mặt học sinh không?"),
            choices=[(answer.value, answer.label) for answer in ANSWERS],
            widget=forms.RadioSelect,
            help_text=_("Ảnh có mặt học sinh mà chưa có đồng ý thì không đăng được."),
            error_messages={"required": _("Chưa có câu trả lời. Hãy cho biết ảnh có nhìn rõ mặt học sinh không.")},
        )

    def clean_faces(self) -> str:
        return self.cleaned_data["faces"] or Faces.UNANSWERED

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        image = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            image.renditions.all().delete()
        if commit and {"faces", "consent_document"} & set(self.changed_data):
            # At once, so that Wagtail's delete pages see that the form of consent is in use.
            ReferenceIndex.create_or_update_for_object(image)
            documents = {key for key in (self.initial.get("consent_document"), image.consent_document_id) if key}
            recompute_files(files=Files(frozenset({image.pk}), frozenset(documents)))
        return image


class DocumentForm(StoredFileForm, BaseDocumentForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = DocumentIntakeField(
                replaces=self.fields["file"],
                help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, RTF hoặc ZIP, nặng tối đa 20 MB."),
            )
