"""Photographs of the form: stored as soon as they arrive, so that no mistake elsewhere in the form loses one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.accounts.models import User
from core.media.actions.recompute_public import recompute_files
from core.media.enums import ANSWERS, Faces
from core.media.intake import IntakeRefused, Upload, accept_image
from core.media.models import UnitImage
from core.media.queries import Files
from core.text.normalize import clean_text

PHOTO_LIMIT = 20


class PhotoForm(forms.Form):
    """The questions asked of each photograph; nothing is ticked beforehand."""

    alt = forms.CharField(
        label=gettext_lazy("Lời mô tả ảnh"),
        help_text=gettext_lazy("Một câu: trong ảnh có ai, đang làm gì."),
        max_length=255,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    faces = forms.ChoiceField(
        label=gettext_lazy("Ảnh có nhìn rõ mặt học sinh không?"),
        choices=[(answer.value, answer.label) for answer in ANSWERS],
        widget=forms.RadioSelect,
        required=False,
    )
    remove = forms.BooleanField(label=gettext_lazy("Bỏ ảnh này"), required=False)

    def clean_alt(self) -> str:
        return clean_text(self.cleaned_data["alt"]).strip()


@dataclass(slots=True)
class Photo:
    """A stored picture with what the form says about it. errors: sentences shown at its card."""

    image: UnitImage
    form: PhotoForm
    errors: list[str] = field(default_factory=list)

    @property
    def alt(self) -> str:
        return str(self.form.cleaned_data.get("alt", "")) if self.form.is_valid() else ""

    @property
    def faces(self) -> str:
        return str(self.form.cleaned_data.get("faces", "")) if self.form.is_valid() else ""


def photos_in(data: Any, *, user: User) -> list[Photo]:
    """Return the photographs a posted form names, in its order, without those it removes; only the person's own."""
    keys = [int(key) for key in data.getlist("photo") if key.isdigit()][:PHOTO_LIMIT]
    own = UnitImage.objects.filter(uploaded_by_user=user).in_bulk(keys)
    photos = []
    for key in dict.fromkeys(keys):
        if image := own.get(key):
            photo = Photo(image, PhotoForm(_answers_about(image, data), prefix=f"photo-{key}"))
            if not (photo.form.is_valid() and photo.form.cleaned_data["remove"]):
                photos.append(photo)
    return photos


def _answers_about(image: UnitImage, data: Any) -> Any:
    """Return `data` without an answer about faces that were blurred after the form was shown (in another tab)."""
    about = f"photo-{image.pk}-about"
    if data.get(about, image.token) == image.token:
        return data
    answers = data.copy()
    answers[f"photo-{image.pk}-faces"] = image.faces
    return answers


def take_in(files: Iterable[Upload], *, user: User) -> tuple[list[Photo], list[str]]:
    """Store uploaded pictures; return them and a sentence for each file that was refused.

    The same picture sent twice by one person is stored once.
    """
    photos, refusals = [], []
    for file in files:
        try:
            image = _stored(file, user=user)
        except IntakeRefused as refusal:
            refusals.append(_("Tệp “%(name)s”: %(why)s") % {"name": file.name, "why": str(refusal)})
        else:
            faces = image.faces if image.faces != Faces.UNANSWERED else None
            initial = {"alt": image.description, "faces": faces}
            photos.append(Photo(image, PhotoForm(prefix=f"photo-{image.pk}", initial=initial)))
    return photos, refusals


def _stored(file: Upload, *, user: User) -> UnitImage:
    accepted = accept_image(file)
    known = UnitImage.objects.filter(content_hash=accepted.sha256, uploaded_by_user=user).first()
    if known is not None:
        return known
    title = clean_text(PurePath(file.name or "").stem)[:255]
    image = UnitImage(title=title, uploaded_by_user=user, file=accepted)
    with transaction.atomic():
        image.save()
    return image


def keep_answers(photos: Iterable[Photo]) -> None:
    """Write the form's answers to the pictures, whatever else is wrong with the form."""
    changed = set()
    for photo in photos:
        image = photo.image
        image.description = photo.alt or image.description
        if photo.faces and photo.faces != image.faces:
            image.faces = photo.faces
            changed.add(image.pk)
        UnitImage.objects.filter(pk=image.pk).update(description=image.description, faces=image.faces)
    if changed:
        # The same picture may stand on a public page already.
        recompute_files(files=Files(images=frozenset(changed)))


def require_answers(photos: Iterable[Photo]) -> bool:
    """Write at each card what is missing for publication; return whether nothing is.

    Source: design.md §7 no. 21 and 22.
    """
    complete = True
    for number, photo in enumerate(photos, start=1):
        if not photo.alt:
            photo.errors.append(
                _(
                    "Ảnh thứ %(number)d chưa có lời mô tả cho người không nhìn thấy. "
                    "Hãy viết một câu: trong ảnh có ai, đang làm gì."
                )
                % {"number": number}
            )
        if not photo.faces:
            photo.errors.append(
                _("Ảnh thứ %(number)d chưa có câu trả lời về mặt học sinh. Hãy chọn một trong ba câu.")
                % {"number": number}
            )
        elif photo.faces == Faces.UNCONSENTED:
            photo.errors.append(
                _("Ảnh này có mặt học sinh nhưng chưa có giấy đồng ý. Hãy bổ sung giấy, làm mờ mặt hoặc bỏ ảnh.")
            )
        complete = complete and not photo.errors
    return complete
