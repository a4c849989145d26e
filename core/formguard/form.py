"""The form every citizen's form derives from."""

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formguard.sums import is_answer, question
from core.formguard.ticket import Ticket, new_ticket, read_ticket, write_ticket
from core.frontend.formats import clock
from core.frontend.forms import ComponentForm
from core.text.normalize import clean_text

QUICKEST = timedelta(seconds=3)
OLDEST = timedelta(hours=12)


class GuardedForm(ComponentForm):
    """Fields `ticket`, `website` and `sum`, drawn by components/form-guard; the subclass adds what it asks.

    Whatever is refused, the sender's words stay in the form. The ticket is renewed when it or the sum was wrong.
    """

    purpose: ClassVar[str]

    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    # People do not see this one; programs like to fill it.
    website = forms.CharField(
        required=False,
        label=gettext_lazy("Trang web (hãy để trống)"),
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
    )
    sum = forms.CharField(
        max_length=40,
        help_text=gettext_lazy("Để biết người gửi không phải là máy. Viết bằng số hay bằng chữ đều được."),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Bạn chưa trả lời phép cộng. Hãy viết kết quả vào ô này."),
            "max_length": gettext_lazy("Kết quả phép cộng chỉ là một số. Hãy viết lại."),
        },
    )

    def __init__(self, data: Any = None, *, at: datetime, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._at = at
        found = read_ticket(str(self.data.get("ticket", "")), purpose=self.purpose) if self.is_bound else None
        self._is_current = found is not None and found.issued_at <= at <= found.issued_at + OLDEST
        self._ticket = found if found and self._is_current else new_ticket(at=at)
        self._show(self._ticket)

    @property
    def key(self) -> uuid.UUID:
        """Return what names this filling-in: the same for a form that was sent twice."""
        return self._ticket.key

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            self._replace(website="")
            raise ValidationError(_("Ô “Trang web” phải để trống. Chúng tôi đã xóa ô ấy, bạn gửi lại lần nữa."))
        return ""

    def clean_sum(self) -> str:
        text: str = self.cleaned_data["sum"]
        if self._is_current and not is_answer(text, self._ticket.numbers):
            self._renew()
            raise ValidationError(_("Kết quả chưa đúng. Đây là phép cộng mới, bạn trả lời lại."))
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self._is_current:
            self._replace(ticket=self._written(), sum="")
            raise ValidationError(_("Trang đã mở quá lâu. Chữ bạn viết vẫn còn: trả lời phép cộng mới rồi gửi lại."))
        if self._at < self._ticket.issued_at + QUICKEST:
            raise ValidationError(_("Bạn gửi nhanh quá nên máy chưa nhận. Hãy đợi vài giây rồi gửi lại."))
        return {name: clean_text(value) if isinstance(value, str) else value for name, value in cleaned.items()}

    def refuse_until(self, at: datetime) -> None:
        """Add the sentence of the brake. at: local time from which the form may be used again."""
        self.add_error(
            None,
            _("Có nhiều lượt gửi trong thời gian ngắn nên máy tạm dừng nhận. Chữ bạn viết vẫn còn: gửi lại sau %(at)s.")
            % {"at": clock(at)},
        )

    def _renew(self) -> None:
        self._ticket = new_ticket(at=self._at - QUICKEST)
        self._show(self._ticket)
        self._replace(ticket=self._written(), sum="")

    def _show(self, ticket: Ticket) -> None:
        self.fields["sum"].label = question(ticket.numbers)
        self.initial["ticket"] = self._written()

    def _written(self) -> str:
        return write_ticket(self._ticket, purpose=self.purpose)

    def _replace(self, **values: str) -> None:
        """Change what the form shows when it is drawn again."""
        shown: Any = self.data
        shown = shown.copy()  # mutable, and keeps fields that have several values
        for name, value in values.items():
            shown[name] = value
        self.data = shown
