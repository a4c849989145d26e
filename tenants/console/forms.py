"""Forms of the console. What they mean is decided in the actions; here words become values."""

import uuid
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from core.frontend.forms import ComponentForm
from core.text.normalize import clean_text
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.actions.set_status import REASON_LENGTH
from tenants.units.models import Commune, Kind, SchoolLevel, Unit
from tenants.units.models.kind import Tier
from tenants.units.models.unit import Palette


class Words(forms.CharField):
    """A line of text as it is stored: NFC, nothing invisible, single spaces."""

    def to_python(self, value: Any) -> str:
        return " ".join(clean_text(super().to_python(value) or "").split())


class ReasonForm(ComponentForm):
    reason = Words(
        label=_("Lý do"),
        help_text=_("Một câu để người sau hiểu. Chỉ người vận hành đọc được."),
        min_length=REASON_LENGTH[0],
        max_length=REASON_LENGTH[1],
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Chưa viết lý do. Hãy viết một câu."),
            "min_length": _("Lý do quá ngắn. Hãy viết một câu."),
            "max_length": _("Lý do quá dài. Hãy rút lại còn tối đa 300 ký tự."),
        },
    )


class SiteForm(ComponentForm):
    """What a new site needs. request_id: the same form sent twice makes one site."""

    host = forms.CharField(
        label=_("Tên miền"),
        help_text=_("Ví dụ: th-an-binh.quangtri.edu.vn. Chữ thường, không dấu."),
        max_length=253,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "inputmode": "url"}),
        error_messages={"required": _("Chưa nhập tên miền.")},
    )
    palette = forms.ChoiceField(label=_("Bảng màu"), choices=Palette, initial=Palette.CUA_TUNG)
    motto = Words(label=_("Khẩu hiệu"), max_length=120, required=False)
    request_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("request_id", uuid.uuid4())
        super().__init__(*args, **kwargs)

    def clean_host(self) -> str:
        return (
            str(self.cleaned_data["host"]).strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/")
        )


class FactsForm(ComponentForm):
    """What the register knows of a unit."""

    name = Words(label=_("Tên đơn vị"), max_length=200, error_messages={"required": _("Chưa nhập tên đơn vị.")})
    short_name = Words(label=_("Tên ngắn"), max_length=100, required=False)
    kind = forms.ModelChoiceField(
        label=_("Loại"),
        queryset=Kind.objects.all(),
        empty_label=_("Chọn loại"),
        error_messages={"required": _("Chưa chọn loại đơn vị."), "invalid_choice": _("Chưa chọn loại đơn vị.")},
    )
    commune = forms.ModelChoiceField(
        label=_("Xã, phường"), queryset=Commune.objects.all(), required=False, empty_label=_("Chưa rõ")
    )
    levels = forms.MultipleChoiceField(
        label=_("Cấp học"), choices=SchoolLevel, required=False, widget=forms.CheckboxSelectMultiple
    )
    address = Words(label=_("Địa chỉ"), max_length=300, required=False)
    phone = Words(label=_("Điện thoại"), max_length=60, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử của đơn vị"),
        required=False,
        error_messages={"invalid": _("Địa chỉ thư này chưa đúng. Ví dụ đúng: th-an-binh@quangtri.edu.vn.")},
    )
    responsible_person = Words(label=_("Người chịu trách nhiệm nội dung"), max_length=150, required=False)
    administrative_parent = forms.ModelChoiceField(
        label=_("Cơ quan quản lý hành chính"), queryset=Unit.objects.none(), required=False, empty_label=_("Chưa rõ")
    )
    professional_parent = forms.ModelChoiceField(
        label=_("Cơ quan quản lý chuyên môn"), queryset=Unit.objects.none(), required=False, empty_label=_("Chưa rõ")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parents = Unit.objects.exclude(kind__tier=Tier.SCHOOL)
        for name in ("administrative_parent", "professional_parent"):
            self.fields[name].queryset = parents  # type: ignore[attr-defined]  # the field is a ModelChoiceField

    def facts(self, **known: Any) -> UnitFacts:
        """Return what a valid form says of the unit; known: facts that the form does not ask."""
        names = UnitFacts.__dataclass_fields__
        return UnitFacts(**{name: value for name, value in self.cleaned_data.items() if name in names}, **known)


class UnitForm(FactsForm, SiteForm):
    """A new unit, with a site when a host is given, with a first administrator when an address is given."""

    code = forms.CharField(
        label=_("Mã đơn vị"),
        help_text=_("Mã cố định trong các danh sách của Sở. Chữ không dấu, số, dấu chấm và gạch nối."),
        max_length=40,
        validators=[RegexValidator(r"\A[A-Za-z0-9][A-Za-z0-9._-]*\Z", _("Mã chỉ có chữ không dấu, số, . _ và -."))],
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Chưa nhập mã đơn vị.")},
    )
    opens_later = forms.BooleanField(label=_("Chưa mở cho người đọc: đơn vị chuẩn bị nội dung trước"), required=False)
    admin_name = Words(label=_("Họ và tên"), max_length=120, required=False)
    admin_email = forms.EmailField(
        label=_("Thư điện tử"),
        help_text=_("Người này nhận thư mời làm quản trị đơn vị."),
        required=False,
        error_messages={"invalid": _("Địa chỉ thư này chưa đúng. Ví dụ đúng: lan@gmail.com.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"].required = False

    def clean(self) -> dict[str, Any] | None:
        values = self.cleaned_data
        if bool(values.get("admin_name")) != bool(values.get("admin_email")) and not self.errors:
            self.add_error("admin_email", _("Hãy điền cả họ tên và thư của người quản trị, hoặc để trống cả hai."))
        elif values.get("admin_email") and not values.get("host"):
            self.add_error("host", _("Người quản trị cần một trang để làm việc. Hãy nhập tên miền."))
        return values


class HostForm(ComponentForm):
    host = SiteForm.base_fields["host"]

    clean_host = SiteForm.clean_host
