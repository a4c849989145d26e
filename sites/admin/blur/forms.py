"""Where the faces are, in numbers: a finger fills them in on the picture, a keyboard here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.media.actions.blur_faces import Box

MOST_BOXES = 40
BLANK_BOXES = 3  # without JavaScript there is no way to ask for more


def _percent(label: Any, *, low: int) -> forms.IntegerField:
    refusal = gettext_lazy("Hãy ghi một số từ %(low)d đến 100.") % {"low": low}
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "required", "min_value", "max_value"), refusal),
    )


class BoxForm(forms.Form):
    left = _percent(gettext_lazy("Cách trái (%)"), low=0)
    top = _percent(gettext_lazy("Cách trên (%)"), low=0)
    width = _percent(gettext_lazy("Rộng (%)"), low=1)
    height = _percent(gettext_lazy("Cao (%)"), low=1)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors and (data.get("left", 0) > 99 or data.get("top", 0) > 99):
            raise ValidationError(_("Khung này nằm ngoài ảnh. Hãy giảm số cách trái hoặc cách trên."))
        return data


class BoxFormSet(BaseFormSet):  # type: ignore[type-arg]  # Django's own takes no parameter at run time
    def clean(self) -> None:
        if not any(self.errors) and not boxes_in(self):
            raise ValidationError(_("Chưa có khung nào trên ảnh. Hãy khoanh ít nhất một khuôn mặt."))


def boxes_in(formset: "BaseFormSet[Any]") -> list[Box]:
    """Return the boxes that are filled in. The forms must have been cleaned."""
    return [Box(**form.cleaned_data) for form in formset.forms if form.cleaned_data]


Boxes = formset_factory(
    BoxForm, formset=BoxFormSet, extra=BLANK_BOXES, max_num=MOST_BOXES, absolute_max=MOST_BOXES, validate_max=True
)


class ConfirmForm(forms.Form):
    """Nothing brings the original back, so it is asked for in so many words."""

    understood = forms.BooleanField(
        label=gettext_lazy("Tôi hiểu ảnh gốc bị xóa hẳn và không lấy lại được."),
        error_messages={"required": gettext_lazy("Ảnh gốc sẽ bị xóa hẳn. Hãy đánh dấu ô xác nhận rồi bấm lại.")},
    )
