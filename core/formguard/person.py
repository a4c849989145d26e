"""The part of a guarded form that asks who is writing: never needed, never without agreement."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formguard.form import GuardedForm

_PHONE = re.compile(r"\+?\d{9,14}")


class ContactField(forms.CharField):
    """A mail address or a telephone number, as typed; may be empty."""

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if text and not _PHONE.fullmatch(re.sub(r"[\s.()-]", "", text)):
            try:
                validate_email(text)
            except ValidationError as error:
                raise ValidationError(
                    _("Chúng tôi không đọc được cách liên hệ này. Ví dụ đúng: ten@vidu.vn hoặc 0912 345 678.")
                ) from error
        return text


class PersonForm(GuardedForm):
    """Name and contact may stay empty; when they are not, the box of agreement must be ticked by hand.

    agreement: the sentence beside the box. It names who uses the data and what for, and is stored as evidence.
    """

    full_name = forms.CharField(
        label=gettext_lazy("Họ và tên (có thể bỏ trống)"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"max_length": gettext_lazy("Họ và tên dài quá %(limit_value)d ký tự. Hãy viết gọn lại.")},
    )
    contact = ContactField(
        label=gettext_lazy("Thư điện tử hoặc điện thoại (có thể bỏ trống)"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "email"}),
        error_messages={"max_length": gettext_lazy("Cách liên hệ dài quá %(limit_value)d ký tự. Hãy viết gọn lại.")},
    )
    consent = forms.BooleanField(required=False)

    def __init__(self, *args: Any, agreement: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = agreement

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if (cleaned.get("full_name") or cleaned.get("contact")) and not cleaned.get("consent"):
            self.add_error(
                "consent",
                _("Bạn đã ghi họ tên hoặc cách liên hệ. Hãy đánh dấu đồng ý, hoặc xóa hai ô ấy để gửi không nêu tên."),
            )
        return cleaned

    def agreed(self) -> str:
        """Return the sentence that was agreed to, "" when nothing personal was given. Call when the form is valid."""
        given = self.cleaned_data["full_name"] or self.cleaned_data["contact"]
        return str(self.fields["consent"].label) if given else ""
