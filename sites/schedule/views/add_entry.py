"""`lich-cong-tac/them-viec/`: one piece of work, in one short form for a phone."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.frontend.formats import long_date
from sites.admin.page import admin_page
from sites.admin.staff import account_of
from sites.frame import Link
from sites.schedule.actions.add_entry import add_entry as add
from sites.schedule.actions.write_week import WeekError
from sites.schedule.forms import TimeInput
from sites.schedule.models import ScheduleEntry
from sites.schedule.views.access import for_writers


class DayInput(forms.DateInput):
    """The device's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class EntryForm(forms.ModelForm[ScheduleEntry]):
    day = forms.DateField(
        label=gettext_lazy("Ngày"),
        widget=DayInput,
        error_messages={
            "required": gettext_lazy("Chưa chọn ngày. Hãy chọn ngày của việc này."),
            "invalid": gettext_lazy("Ngày này không đúng. Hãy chọn lại."),
        },
    )
    field_order = ["day", "starts_at", "ends_at", "content", "chair", "place", "participants"]

    class Meta:
        model = ScheduleEntry
        fields = ("starts_at", "ends_at", "session", "content", "chair", "place", "participants", "prepared_by")
        widgets: ClassVar[dict[str, Any]] = {"starts_at": TimeInput, "ends_at": TimeInput}
        error_messages: ClassVar[dict[str, Any]] = {
            "content": {"required": gettext_lazy("Chưa ghi nội dung công việc. Hãy ghi một câu.")}
        }


@require_http_methods(["GET", "POST"])
@for_writers
def add_entry(request: HttpRequest) -> HttpResponseBase:
    """GET: an empty form, for today. POST: add to the week's draft, or publish the week with it; offer the next one."""
    form = EntryForm(request.POST or None, initial={"day": timezone.localdate()})
    may_publish = account_of(request).has_perm("cms_schedule.publish_scheduleweek")
    if request.method == "POST" and form.is_valid():
        day, publish = form.cleaned_data["day"], "publish" in request.POST
        try:
            week = add(entry=form.instance, day=day, user=account_of(request), publish=publish)
        except WeekError as refusal:
            form.add_error(None, str(refusal))
        else:
            words = {"content": form.instance.content, "day": long_date(day)}
            said = _("Đã thêm và đăng “%(content)s”, %(day)s.") if publish else _("Đã ghi nháp “%(content)s”, %(day)s.")
            buttons = [messages.button(reverse("schedule_weeks:edit", args=[week.pk]), _("Mở lịch tuần"))]
            messages.success(request, said % words, buttons=buttons)
            return redirect("schedule_add_entry")
    back = Link(_("Lịch công tác"), reverse("schedule_weeks:list"))
    title = _("Thêm một việc vào lịch")
    return admin_page(request, "schedule/add_entry", title=title, back=back, form=form, may_publish=may_publish)
