"""Which submissions a person may see, and the filters of the list."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.text.fold import fold
from sites.admin.staff import Staff
from tenants.exchange.models import Edition, Submission
from tenants.exchange.states import NewsClass, State
from tenants.units.context import current_unit
from tenants.units.models import Commune, Kind, SchoolLevel, Unit


def visible_to(staff: Staff) -> QuerySet[Submission]:
    """Return the submissions the person may see: the whole desk's, or those routed to the own rooms."""
    rows = Submission.objects.filter(receiver=current_unit())
    if staff.reads_the_desk:
        return rows
    editions = Edition.objects.filter(room_id__in=staff.rooms)
    return rows.filter(Q(room_id__in=staff.rooms) | Q(pk__in=editions.values("submission_id")))


def with_names(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    """Join what a row of the list shows."""
    return rows.select_related("sender__kind", "sender__commune", "room", "claimed_by")


def level_names(unit: Unit) -> str:
    """Return what a unit teaches in words: "Tiểu học, THCS"."""
    return ", ".join(str(SchoolLevel(level).label) for level in unit.levels if level in SchoolLevel.values)


class QueueFilter(forms.Form):
    """The filters of the list; a GET form, so that every state has an address."""

    don_vi = forms.CharField(label=_("Đơn vị"), required=False, max_length=100)
    loai = forms.ModelChoiceField(
        label=_("Loại đơn vị"), queryset=Kind.objects.all(), required=False, empty_label=_("Mọi loại")
    )
    cap = forms.ChoiceField(label=_("Cấp học"), required=False, choices=[("", _("Mọi cấp")), *SchoolLevel.choices])
    xa = forms.ModelChoiceField(
        label=_("Xã, phường"), queryset=Commune.objects.all(), required=False, empty_label=_("Mọi xã, phường")
    )
    phan_loai = forms.ChoiceField(
        label=_("Phân loại"), required=False, choices=[("", _("Mọi phân loại")), *NewsClass.choices]
    )
    buoc = forms.ChoiceField(label=_("Bước"), required=False, choices=[("", _("Mọi bước")), *State.choices])
    cua_toi = forms.BooleanField(label=_("Chỉ bài tôi nhận"), required=False)

    def applied(self, rows: QuerySet[Submission], *, staff: Staff) -> QuerySet[Submission]:
        """Return `rows` without what the filters exclude; a filter that makes no sense is left out."""
        self.is_valid()
        data: dict[str, Any] = self.cleaned_data
        if words := fold(data.get("don_vi") or "").split():
            units = Unit.objects.all()
            for word in words:
                units = units.filter(folded__contains=word)
            rows = rows.filter(sender__in=units)
        exact = {
            "sender__kind": data.get("loai"),
            "sender__commune": data.get("xa"),
            "news_class": data.get("phan_loai"),
            "state": data.get("buoc"),
            "sender__levels__contains": [data["cap"]] if data.get("cap") else None,
            "claimed_by_id": staff.identity_pk if data.get("cua_toi") else None,
        }
        return rows.filter(**{column: value for column, value in exact.items() if value})

    @property
    def is_filtering(self) -> bool:
        return self.is_valid() and any(self.cleaned_data.values())
