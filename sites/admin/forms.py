"""Fields and forms that both sides of the exchange use."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text.normalize import clean_text
from tenants.exchange.actions.take_down import WORDS_MIN
from tenants.exchange.states import TakeDownReason


class WordsField(forms.CharField):
    """A message of at least `min_length` characters; the sentence says how many are there."""

    def __init__(self, *, label: Any, help_text: Any = "", min_length: int = 1) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            min_length=min_length,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={
                "required": _("Thầy cô chưa viết lời nhắn. Hãy viết một câu để bên kia hiểu phải làm gì."),
                "min_length": _("Lời nhắn có %(show_value)d ký tự, cần ít nhất %(limit_value)d. Hãy viết rõ hơn."),
                "max_length": _("Lời nhắn dài quá %(limit_value)d ký tự. Hãy viết ngắn lại."),
            },
        )

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "").strip()


class TakeDownForm(forms.Form):
    reason = forms.TypedChoiceField(
        label=_("Vì sao gỡ bài?"),
        coerce=TakeDownReason,
        choices=TakeDownReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Thầy cô chưa chọn lý do. Hãy chọn một lý do.")},
    )
    words = WordsField(
        label=_("Viết rõ lý do"),
        help_text=_("Ít nhất 10 ký tự. Trưởng Ban Biên tập đọc đúng lời này."),
        min_length=WORDS_MIN,
    )
