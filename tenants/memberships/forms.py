"""Forms about the people of a unit: the same fields in a unit's admin and on the console."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.frontend.forms import ComponentForm
from core.text.normalize import clean_text
from tenants.memberships.permissions import Manager
from tenants.units.models import Membership, Role, Unit
from tenants.units.models.kind import Tier

_ROLE_HINTS = {
    Role.AUTHOR: gettext_lazy("viết bài và gửi duyệt"),
    Role.EDITOR: gettext_lazy("viết, sửa mọi bài và gửi duyệt"),
    Role.APPROVER: gettext_lazy("duyệt, xuất bản, gửi Sở, mời người"),
    Role.ADMINISTRATOR: gettext_lazy("làm mọi việc của trang, mời người"),
    Role.DESK: gettext_lazy("xử lý bài của các đơn vị gửi lên"),
    Role.BOARD_MEMBER: gettext_lazy("duyệt bài chuyển tới phòng mình"),
    Role.BOARD_HEAD: gettext_lazy("đứng đầu Ban Biên tập"),
    Role.OFFICE: gettext_lazy("xem mọi bài, thống kê"),
}


class RolesForm(ComponentForm):
    """Which roles a person has in the manager's unit; only those the manager may give are offered."""

    roles = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Vai trò"),
        coerce=Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    room = forms.ModelChoiceField(
        label=gettext_lazy("Phòng của Sở"),
        help_text=gettext_lazy("Chỉ cần cho thành viên Ban Biên tập."),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=gettext_lazy("Chưa chọn phòng"),
    )

    def __init__(self, *args: Any, manager: Manager, held: list[Membership] | None = None, **kwargs: Any) -> None:
        held = held or []
        rooms = [row.room_id for row in held if row.room_id]
        kwargs.setdefault("initial", {}).update(roles=[row.role for row in held], room=rooms[0] if rooms else None)
        super().__init__(*args, **kwargs)
        offered = [role for role in Role if role in manager.grantable]
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.value, _("%(role)s: %(does)s") % {"role": role.label, "does": _ROLE_HINTS[role]}) for role in offered
        ]
        if Role.BOARD_MEMBER in offered:
            self.fields["room"].queryset = Unit.objects.filter(kind__tier=Tier.ROOM)  # type: ignore[attr-defined]
        else:
            del self.fields["room"]


class InviteForm(RolesForm):
    full_name = forms.CharField(
        label=gettext_lazy("Họ và tên"),
        max_length=120,
        error_messages={"required": gettext_lazy("Chưa nhập họ và tên.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Thư điện tử"),
        help_text=gettext_lazy("Thư mời được gửi tới đây. Mỗi người dùng một địa chỉ riêng."),
        error_messages={
            "required": gettext_lazy("Chưa nhập địa chỉ thư điện tử."),
            "invalid": gettext_lazy("Địa chỉ thư này chưa đúng. Ví dụ đúng: lan@gmail.com."),
        },
    )
    field_order = ["full_name", "email", "roles", "room"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = self.fields["roles"]
        roles.required = True
        roles.error_messages["required"] = _("Chưa chọn vai trò nào. Hãy chọn ít nhất một vai trò.")


class LockForm(ComponentForm):
    reason = forms.CharField(
        label=gettext_lazy("Vì sao khóa?"),
        help_text=gettext_lazy("Ví dụ: mất điện thoại, đã gọi hỏi lúc 9 giờ."),
        min_length=5,
        max_length=200,
        error_messages={
            "required": gettext_lazy("Chưa viết lý do khóa. Hãy viết một câu."),
            "min_length": gettext_lazy("Lý do quá ngắn. Hãy viết một câu."),
        },
    )

    def clean_reason(self) -> str:
        return clean_text(self.cleaned_data["reason"]).strip()
