from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.text.normalize import clean_text
from search.vocabulary.models import Strength, Synonym
from search.vocabulary.rules import Content, SynonymError, check


class _Lines(forms.CharField):
    """A form a line, into a tuple of clean texts."""

    def __init__(self, *, label: Any, help_text: Any, rows: int) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, help_text=help_text, required=False, max_length=1000, widget=widget)

    def to_python(self, value: Any) -> Any:
        lines = clean_text(super().to_python(value) or "").replace(";", "\n").splitlines()
        return tuple(filter(None, (" ".join(line.split()) for line in lines)))

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))


class SynonymForm(forms.Form):
    """What a person types of a synonym. but: key of the stored one that is being changed."""

    short = _Lines(
        label=_("Chữ viết tắt"),
        help_text=_(
            "Mỗi dòng một cách viết, cách hay gặp nhất ở trên. Hoa, thường, dấu &, có dấu hay không đều là một."
        ),
        rows=2,
    )
    long = _Lines(
        label=_("Chữ đầy đủ"),
        help_text=_("Mỗi dòng một cách viết, có dấu; tối đa 10 tiếng."),
        rows=2,
    )
    strength = forms.TypedChoiceField(
        label=_("Cách dùng"),
        coerce=Strength,
        choices=Strength.choices,
        initial=Strength.STRONG,
        widget=forms.RadioSelect,
        help_text=_("Chọn một chiều khi chữ tắt có nhiều nghĩa, như TT (thông tư, trung tâm)."),
    )
    is_active = forms.BooleanField(
        label=_("Đang dùng"),
        required=False,
        initial=True,
        help_text=_("Bỏ dấu chọn để tạm ngừng mà không mất các chữ đã nhập."),
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        required=False,
        max_length=200,
        help_text=_("Dành cho đồng nghiệp; người đọc không thấy."),
        error_messages={"max_length": _("Ghi chú dài quá 200 ký tự. Hãy rút ngắn.")},
    )

    def __init__(self, *args: Any, but: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._but = but

    @classmethod
    def of(cls, synonym: Synonym) -> "SynonymForm":
        """Return the form filled with a stored synonym."""
        spellings = list(synonym.spellings.all())
        initial = {name: getattr(synonym, name) for name in ("strength", "is_active", "note")}
        initial["short"] = "\n".join(one.text for one in spellings if one.is_short)
        initial["long"] = "\n".join(one.text for one in spellings if not one.is_short)
        return cls(initial=initial, but=synonym.pk)

    @property
    def content(self) -> Content:
        """What was typed; only after is_valid."""
        return Content(**self.cleaned_data)

    def clean_note(self) -> str:
        return " ".join(clean_text(self.cleaned_data["note"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                check(Content(**cleaned), but=self._but)
            except SynonymError as refusal:
                raise ValidationError({refusal.field: str(refusal)}) from refusal
        return cleaned
