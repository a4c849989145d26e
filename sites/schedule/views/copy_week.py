"""`lich-cong-tac/chep-tuan/`: the next week from the last one."""

from datetime import date
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from sites.admin.page import admin_page
from sites.admin.staff import account_of
from sites.frame import Link
from sites.schedule.actions.copy_week import copy_week as copy
from sites.schedule.actions.write_week import WeekError
from sites.schedule.models import ScheduleWeek, monday_of
from sites.schedule.queries import WEEK, first_free_monday
from sites.schedule.views.access import for_writers


class WeekChoice(forms.ModelChoiceField[ScheduleWeek]):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


class CopyForm(forms.Form):
    source = WeekChoice(
        label=gettext_lazy("Chép từ"),
        queryset=ScheduleWeek.objects.none(),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Chưa có tuần nào để chép. Hãy viết tuần đầu tiên."),
            "invalid_choice": gettext_lazy("Không còn tuần này. Hãy chọn tuần khác."),
        },
    )
    monday = forms.DateField(
        label=gettext_lazy("Sang tuần có ngày"),
        widget=AdminDateInput,
        help_text=gettext_lazy("Bản chép là bản nháp. Sửa xong thầy cô mới đăng."),
        error_messages={
            "required": gettext_lazy("Chưa chọn tuần. Hãy chọn một ngày trong tuần cần viết."),
            "invalid": gettext_lazy("Ngày này không đúng. Hãy ghi theo mẫu 30/11/2026."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weeks = ScheduleWeek.objects.order_by("-monday")
        cast(WeekChoice, self.fields["source"]).queryset = weeks
        newest = weeks.values_list("monday", flat=True).first()
        this_week = monday_of(timezone.localdate())
        self.initial["monday"] = first_free_monday(max(this_week, newest + WEEK) if newest else this_week)

    def clean_monday(self) -> date:
        return monday_of(self.cleaned_data["monday"])


@require_http_methods(["GET", "POST"])
@for_writers
def copy_week(request: HttpRequest) -> HttpResponseBase:
    """GET: which week, to which. POST: make the draft and open it."""
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            week = copy(**form.cleaned_data, user=account_of(request))
        except WeekError as refusal:
            form.add_error("monday", str(refusal))
        else:
            messages.success(request, _("Đã chép vào bản nháp của %(week)s. Hãy sửa rồi đăng.") % {"week": week})
            return redirect("schedule_weeks:edit", week.pk)
    back = Link(_("Lịch công tác"), reverse("schedule_weeks:list"))
    return admin_page(request, "schedule/copy", title=_("Chép lịch sang tuần khác"), back=back, form=form)
