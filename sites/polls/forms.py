from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formguard.form import GuardedForm
from sites.polls.models import PollPage


class PollForm(GuardedForm):
    """What a poll asks: a choice, words, or both. Nothing about the person."""

    purpose = "poll"
    field_order = ("choice", "opinion")

    choice = forms.ChoiceField(
        label=gettext_lazy("Bạn chọn"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Bạn chưa chọn. Hãy đánh dấu một lựa chọn."),
            "invalid_choice": gettext_lazy("Lựa chọn này không còn. Hãy chọn lại."),
        },
    )
    opinion = forms.CharField(
        label=gettext_lazy("Ý kiến của bạn"),
        help_text=gettext_lazy("Chỉ đơn vị đọc, không hiện trên trang. Đừng ghi họ tên, số điện thoại."),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={
            "required": gettext_lazy("Bạn chưa viết ý kiến. Hãy viết vài câu."),
            "max_length": gettext_lazy(
                "Ý kiến dài %(show_value)d ký tự, nhiều nhất %(limit_value)d. Hãy viết gọn lại."
            ),
        },
    )

    def __init__(self, *args: Any, page: PollPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = page.options()
        if options:
            self.fields["choice"].choices = options  # type: ignore[attr-defined]
        else:
            del self.fields["choice"]
        if not page.has_opinion_box:
            del self.fields["opinion"]
        elif options:
            self.fields["opinion"].required = False
            self.fields["opinion"].label = _("Ý kiến của bạn (có thể bỏ trống)")
