from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class YearForm(WagtailAdminPageForm):
    """A year that Wagtail's copy made must not stand beside the one it was copied from."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        twins = type(self.instance).objects.filter(starts_in=self.instance.starts_in, locale=self.instance.locale_id)
        if twins.exclude(pk=self.instance.pk).exists():
            self.add_error(
                None, _("Năm học này đã có một trang khác. Hãy sửa trang đó, hoặc mở năm học mới từ bảng việc cần làm.")
            )
        return data
