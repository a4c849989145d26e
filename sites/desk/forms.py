"""What the steps of the desk ask for."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.text.normalize import clean_text
from sites.admin.forms import WordsField
from tenants.exchange.actions.answer import REFUSAL_WORDS_MIN, REQUEST_WORDS_MIN
from tenants.exchange.states import RefusalGround
from tenants.units.context import current_unit
from tenants.units.models import Membership, Role, Unit


class ChangesForm(forms.Form):
    words = WordsField(
        label=_("Đơn vị cần sửa gì?"),
        help_text=_("Đơn vị đọc đúng lời này. Ví dụ: Ảnh 2 rõ mặt học sinh, chưa có đồng ý."),
        min_length=REQUEST_WORDS_MIN,
    )


class RefusalForm(forms.Form):
    ground = forms.TypedChoiceField(
        label=_("Căn cứ từ chối (Điều 11 của Quy chế)"),
        coerce=lambda value: RefusalGround(int(value)),
        choices=[(ground.value, f"{ground.value}. {ground.label}") for ground in RefusalGround],
        widget=forms.RadioSelect,
        error_messages={"required": _("Thầy cô chưa chọn căn cứ. Hãy chọn một trong năm căn cứ.")},
    )
    words = WordsField(
        label=_("Lý do gửi đơn vị"),
        help_text=_("Ít nhất 20 ký tự. Đơn vị đọc đúng lời này."),
        min_length=REFUSAL_WORDS_MIN,
    )


class DeclineForm(forms.Form):
    words = WordsField(label=_("Vì sao phòng không duyệt?"), help_text=_("Tổ kỹ thuật dùng lời này để trả lời đơn vị."))


class ApproveForm(forms.Form):
    words = forms.CharField(label=_("Lời nhắn cho Tổ kỹ thuật (không bắt buộc)"), required=False, max_length=500)

    def clean_words(self) -> str:
        return clean_text(self.cleaned_data["words"])


class RouteForm(forms.Form):
    """Only rooms that have a member of the Editorial Board: elsewhere nobody could approve."""

    room = forms.ModelChoiceField(
        label=_("Phòng nào duyệt bài này?"),
        queryset=Unit.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Thầy cô chưa chọn phòng. Hãy chọn phòng phụ trách nội dung của bài.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Membership.objects.filter(unit=current_unit(), role=Role.BOARD_MEMBER, ended_at=None)
        rooms = Unit.objects.filter(pk__in=members.values("room_id"))
        self.fields["room"].queryset = rooms  # type: ignore[attr-defined]


class ScheduleForm(forms.Form):
    publish_at = forms.DateTimeField(
        label=_("Đăng vào lúc"),
        input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Thầy cô chưa chọn giờ. Hãy chọn ngày và giờ đăng."),
            "invalid": _("Giờ chưa đúng. Ví dụ đúng: 25/11/2026 07:00."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tomorrow = timezone.localtime() + timedelta(days=1)
        self.fields["publish_at"].initial = tomorrow.replace(hour=7, minute=0, second=0, microsecond=0)
