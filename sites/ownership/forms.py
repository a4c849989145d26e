from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from core.text.normalize import clean_text
from sites.ownership.regulation import EVERY_ROOM, TECHNICAL_TEAM
from tenants.units.models import Unit
from tenants.units.models.kind import Tier

_TEAMS = (EVERY_ROOM, TECHNICAL_TEAM)


class SectionOwnerForm(WagtailAdminModelForm):
    """Asks for a room of the register, or for a name of something that is no unit."""

    room = forms.ChoiceField(label=gettext_lazy("Phòng của Sở"), required=False)
    owner = forms.CharField(
        label=gettext_lazy("Hoặc ghi tên khác"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Chỉ điền khi phòng, bộ phận không có trong danh sách trên."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rooms = dict(Unit.objects.filter(kind__tier=Tier.ROOM).values_list("name", "uuid"))
        names = [*_TEAMS, *self._rooms]
        self.fields["room"].choices = [("", _("Chọn phòng")), *((name, name) for name in names)]
        if self.instance.pk and self.instance.owner in names:
            self.initial |= {"room": self.instance.owner, "owner": ""}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        room, other = cleaned.get("room", ""), clean_text(cleaned.get("owner", "")).strip()
        if bool(room) == bool(other):
            self.add_error("room", _("Hãy chọn một phòng trong danh sách, hoặc ghi một tên khác, chỉ một trong hai."))
        cleaned["owner"] = room or other
        return cleaned

    def save(self, commit: bool = True) -> Any:
        self.instance.unit_uuid = self._rooms.get(self.instance.owner)
        return super().save(commit)
