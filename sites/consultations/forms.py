from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formguard.person import PersonForm


class CommentForm(PersonForm):
    """ "Gửi góp ý"."""

    purpose = "consultation"
    field_order = ("text", "full_name", "contact", "consent")

    text = forms.CharField(
        label=gettext_lazy("Ý kiến của bạn"),
        help_text=gettext_lazy("Nói rõ điều, khoản, trang nào và đề nghị sửa thế nào."),
        min_length=10,
        max_length=5000,
        widget=forms.Textarea({"rows": 10}),
        error_messages={
            "required": gettext_lazy("Bạn chưa viết ý kiến. Hãy viết điều bạn muốn góp."),
            "min_length": gettext_lazy("Ý kiến còn ngắn quá, cần ít nhất %(limit_value)d ký tự."),
            "max_length": gettext_lazy(
                "Ý kiến dài %(show_value)d ký tự, nhiều nhất %(limit_value)d. Hãy viết gọn lại."
            ),
        },
    )

    def __init__(self, *args: Any, unit_name: str, **kwargs: Any) -> None:
        agreement = _("Tôi đồng ý để %(unit)s dùng họ tên và cách liên hệ tôi ghi ở trên để hỏi lại về góp ý này")
        super().__init__(*args, agreement=agreement % {"unit": unit_name}, **kwargs)
        self.fields["contact"].help_text = _("Chỉ dùng để hỏi lại khi ý kiến chưa rõ. Không hiện trên trang.")
