from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from core.text.normalize import clean_text
from search.bestbets.models import BestBet
from search.bestbets.target import TargetError, find_target
from search.request import MAX_TEXT
from tenants.registry.folding import folded_text

MOST_SPELLINGS = 20


class BetForm(forms.Form):
    """What an editor types; a field each, errors beside them."""

    spellings = forms.CharField(
        label=gettext_lazy("Khi người đọc tìm"),
        help_text=gettext_lazy("Mỗi dòng một câu hỏi. Có dấu hay không dấu, hoa hay thường đều được."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Hãy ghi ít nhất một câu hỏi của người đọc.")},
    )
    title = forms.CharField(
        label=gettext_lazy("Tên hiện trên kết quả"),
        max_length=150,
        error_messages={
            "required": gettext_lazy("Hãy ghi tên của trang được đề xuất."),
            "max_length": gettext_lazy("Tên dài quá 150 ký tự. Hãy rút ngắn."),
        },
    )
    address = forms.CharField(
        label=gettext_lazy("Địa chỉ trang"),
        max_length=500,
        help_text=gettext_lazy("Mở trang đó rồi chép cả dòng địa chỉ: một bài, một văn bản, trang của một đơn vị …"),
        error_messages={"required": gettext_lazy("Hãy chép địa chỉ của trang được đề xuất.")},
    )
    sentence = forms.CharField(
        label=gettext_lazy("Một câu giải thích"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Không bắt buộc, tối đa 250 ký tự."),
        error_messages={"max_length": gettext_lazy("Câu giải thích dài quá 250 ký tự. Hãy rút ngắn.")},
    )
    starts_on = forms.DateField(
        label=gettext_lazy("Hiện từ ngày"),
        widget=AdminDateInput,
        error_messages={
            "required": gettext_lazy("Hãy ghi ngày bắt đầu hiện."),
            "invalid": gettext_lazy("Ngày bắt đầu không đọc được. Hãy ghi như 24/11/2026."),
        },
    )
    ends_on = forms.DateField(
        label=gettext_lazy("Đến hết ngày"),
        widget=AdminDateInput,
        required=False,
        help_text=gettext_lazy("Để trống thì hiện đến khi tắt."),
        error_messages={"invalid": gettext_lazy("Ngày kết thúc không đọc được. Hãy ghi như 24/11/2026.")},
    )
    is_active = forms.BooleanField(label=gettext_lazy("Đang bật"), required=False, initial=True)

    @classmethod
    def of(cls, bet: BestBet) -> "BetForm":
        """Return the form filled with a stored bet."""
        names = ("title", "address", "sentence", "starts_on", "ends_on", "is_active")
        values = {name: getattr(bet, name) for name in names}
        return cls(initial=values | {"spellings": "\n".join(bet.spellings)})

    def clean_spellings(self) -> list[str]:
        lines = [" ".join(line.split()) for line in clean_text(self.cleaned_data["spellings"]).splitlines()]
        spellings = list(dict.fromkeys(filter(None, lines)))
        if len(spellings) > MOST_SPELLINGS:
            raise ValidationError(_("Một đề xuất nhận tối đa %(most)d câu hỏi.") % {"most": MOST_SPELLINGS})
        for spelling in spellings:
            if len(spelling) > MAX_TEXT or not folded_text(spelling):
                sentence = _("Dòng “%(line)s” không phải một câu hỏi: cần có chữ hoặc số, dài tối đa %(most)d ký tự.")
                raise ValidationError(sentence % {"line": spelling[:40], "most": MAX_TEXT})
        return spellings

    def clean_title(self) -> str:
        return " ".join(clean_text(self.cleaned_data["title"]).split())

    def clean_sentence(self) -> str:
        return " ".join(clean_text(self.cleaned_data["sentence"]).split())

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        try:
            find_target(address)
        except TargetError as refusal:
            raise ValidationError(str(refusal)) from refusal
        return str(address)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
        return cleaned
