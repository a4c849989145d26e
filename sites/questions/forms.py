from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formguard.person import PersonForm
from core.text.normalize import clean_text
from sites.questions.actions.receive import Asked
from sites.questions.enums import Topic

SHORTEST, LONGEST = 20, 3000


class AskForm(PersonForm):
    """ "Gửi câu hỏi"."""

    purpose = "question"
    field_order = ("topic", "text", "is_private", "full_name", "contact", "consent", "shows_name")

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
    shows_name = forms.BooleanField(
        label=gettext_lazy("Tôi đồng ý cho hiện họ tên cùng câu hỏi khi đăng lên trang"), required=False
    )

    def __init__(self, *args: Any, unit_name: str, **kwargs: Any) -> None:
        agreement = _("Tôi đồng ý để %(unit)s dùng họ tên và cách liên hệ tôi ghi ở trên vào việc trả lời câu hỏi này")
        super().__init__(*args, agreement=agreement % {"unit": unit_name}, **kwargs)
        self.fields["contact"].help_text = _(
            "Chỉ dùng để trả lời. Không hiện trên trang. Có thư điện tử thì bạn được trả lời qua thư."
        )

    def asked(self) -> Asked:
        """Return what was asked. Call when the form is valid."""
        data = self.cleaned_data
        shows_name = bool(data["full_name"] and data["shows_name"])
        agreed = [self.agreed(), str(self.fields["shows_name"].label) if shows_name else ""]
        return Asked(
            form_key=self.key,
            topic=data["topic"],
            text=clean_text(data["text"]),
            asker_name=data["full_name"],
            contact=data["contact"],
            consent_words="\n".join(filter(None, agreed)),
            shows_name=shows_name,
            is_private=data["is_private"],
        )
