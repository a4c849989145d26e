from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text.normalize import clean_text
from sites.lookup.loading.read import Asked

HEAVIEST = 20 * 1024 * 1024
_LONGEST_HEAD = 100


class ListForm(forms.Form):
    """A list of results and which of its columns is which; the heads of the last list are offered again."""

    file = forms.FileField(
        label=gettext_lazy("Tệp kết quả"),
        help_text=gettext_lazy("Excel (.xlsx) hoặc CSV, một trang tính, nặng tối đa 20 MB. Được đọc thử trước."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Chưa chọn tệp nào. Hãy chọn tệp kết quả trên máy."),
            "empty": gettext_lazy("Tệp này rỗng. Hãy chọn tệp khác."),
        },
    )
    number = forms.CharField(
        label=gettext_lazy("Cột số báo danh"),
        initial="Số báo danh",
        max_length=_LONGEST_HEAD,
        help_text=gettext_lazy("Ghi đúng tên cột trong tệp."),
        error_messages={"required": gettext_lazy("Chưa ghi cột nào là số báo danh. Hãy ghi tên cột trong tệp.")},
    )
    fact = forms.CharField(
        label=gettext_lazy("Cột đối chiếu"),
        required=False,
        max_length=_LONGEST_HEAD,
        help_text=gettext_lazy(
            "Ví dụ: Ngày sinh. Người tra phải nhập đúng cả hai. Để trống thì ai biết số báo danh cũng tra được, và họ "
            "tên, ngày sinh không được hiện."
        ),
    )
    left_out = forms.CharField(
        label=gettext_lazy("Cột không đưa lên"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Tên các cột, cách nhau bằng dấu phẩy. Số thứ tự, số định danh, địa chỉ tự được bỏ."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > HEAVIEST:
            raise forms.ValidationError(
                _("Tệp này nặng hơn 20 MB. Kết quả 30.000 thí sinh chỉ nặng vài MB; hãy bỏ ảnh và trang tính thừa.")
            )
        return file

    def asked(self) -> Asked:
        """Return what the clerk said about the list. Call when the form is valid."""
        data: dict[str, Any] = {
            name: clean_text(self.cleaned_data[name]).strip() for name in ("number", "fact", "left_out")
        }
        left_out = tuple(filter(None, (head.strip() for head in data["left_out"].split(","))))
        return Asked(number=data["number"], fact=data["fact"], left_out=left_out)
