import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formguard.form import GuardedForm
from core.text.normalize import clean_text
from sites.questions.actions.receive import Asked
from sites.questions.enums import Topic

SHORTEST, LONGEST = 20, 3000
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


class AskForm(GuardedForm):
    """ "Gửi câu hỏi". Name and contact may stay empty; when they are not, the agreement is needed."""

    purpose = "question"

    topic = forms.ChoiceField(
        label=gettext_lazy("Bạn hỏi về việc gì?"),
        choices=Topic.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Bạn chưa chọn lĩnh vực. Hãy chọn việc gần nhất, hoặc “Việc khác”."),
            "invalid_choice": gettext_lazy("Lĩnh vực này không có trong danh sách. Hãy chọn lại."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("Nội dung câu hỏi"),
        help_text=gettext_lazy("Đừng ghi số CCCD, bệnh tật hay tên học sinh."),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 8}),
        error_messages={
            "required": gettext_lazy("Bạn chưa viết câu hỏi. Hãy viết điều bạn muốn biết."),
            "min_length": gettext_lazy("Câu hỏi còn ngắn quá, cần ít nhất %(limit_value)d ký tự để hiểu được việc."),
            "max_length": gettext_lazy(
                "Câu hỏi dài %(show_value)d ký tự, nhiều nhất %(limit_value)d. Hãy viết gọn lại."
            ),
        },
    )
    is_private = forms.BooleanField(
        label=gettext_lazy("Chỉ trả lời riêng cho tôi, đừng đăng câu hỏi này lên trang"), required=False
    )
    asker_name = forms.CharField(
        label=gettext_lazy("Họ và tên (có thể bỏ trống)"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"max_length": gettext_lazy("Họ và tên dài quá %(limit_value)d ký tự. Hãy viết gọn lại.")},
    )
    contact = ContactField(
        label=gettext_lazy("Thư điện tử hoặc điện thoại (có thể bỏ trống)"),
        help_text=gettext_lazy(
            "Chỉ dùng để trả lời. Không hiện trên trang. Có thư điện tử thì bạn được trả lời qua thư."
        ),
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "email"}),
        error_messages={"max_length": gettext_lazy("Cách liên hệ dài quá %(limit_value)d ký tự. Hãy viết gọn lại.")},
    )
    consent = forms.BooleanField(required=False)
    shows_name = forms.BooleanField(
        label=gettext_lazy("Tôi đồng ý cho hiện họ tên cùng câu hỏi khi đăng lên trang"), required=False
    )

    def __init__(self, *args: Any, unit_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = _(
            "Tôi đồng ý để %(unit)s dùng họ tên và cách liên hệ tôi ghi ở trên vào việc trả lời câu hỏi này"
        ) % {"unit": unit_name}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if (cleaned.get("asker_name") or cleaned.get("contact")) and not cleaned.get("consent"):
            self.add_error(
                "consent",
                _("Bạn đã ghi họ tên hoặc cách liên hệ. Hãy đánh dấu đồng ý, hoặc xóa hai ô ấy để hỏi không nêu tên."),
            )
        return cleaned

    def asked(self) -> Asked:
        """Return what was asked. Call when the form is valid."""
        data = self.cleaned_data
        name, contact = data["asker_name"], data["contact"]
        shows_name = bool(name and data["shows_name"])
        agreed = [self.fields["consent"].label] if name or contact else []
        if shows_name:
            agreed.append(self.fields["shows_name"].label)
        return Asked(
            form_key=self.key,
            topic=data["topic"],
            text=clean_text(data["text"]),
            asker_name=name,
            contact=contact,
            consent_words="\n".join(str(words) for words in agreed),
            shows_name=shows_name,
            is_private=data["is_private"],
        )
