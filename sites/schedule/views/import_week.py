"""`lich-cong-tac/nhap-tep/`: a week from the office's own workbook."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from core.spreadsheets.refusal import ListError
from core.spreadsheets.write import XLSX
from sites.admin.page import admin_page
from sites.admin.staff import account_of
from sites.frame import Link
from sites.schedule.actions.write_week import replace_entries
from sites.schedule.importing.read import WeekRead, read_week
from sites.schedule.importing.template import template_file
from sites.schedule.models import monday_of
from sites.schedule.queries import first_free_monday
from sites.schedule.views.access import for_writers

HEAVIEST = 5 * 1024 * 1024
PROBLEMS_SHOWN = 30


class ImportForm(forms.Form):
    monday = forms.DateField(
        label=gettext_lazy("Lịch của tuần có ngày"),
        widget=AdminDateInput,
        help_text=gettext_lazy("Nếu tuần này đã có lịch, bản nháp của tuần được thay bằng nội dung tệp."),
        error_messages={
            "required": gettext_lazy("Chưa chọn tuần. Hãy chọn một ngày trong tuần."),
            "invalid": gettext_lazy("Ngày này không đúng. Hãy ghi theo mẫu 30/11/2026."),
        },
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp lịch"),
        help_text=gettext_lazy("Excel (.xlsx) hoặc CSV, nặng tối đa 5 MB. Ô ngày gộp qua nhiều dòng vẫn đọc được."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Chưa chọn tệp nào. Hãy chọn tệp lịch trên máy."),
            "empty": gettext_lazy("Tệp này rỗng. Hãy chọn tệp khác."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["monday"] = first_free_monday(monday_of(timezone.localdate()))

    def clean_monday(self) -> date:
        return monday_of(self.cleaned_data["monday"])

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > HEAVIEST:
            raise forms.ValidationError(_("Tệp này nặng hơn 5 MB. Lịch một tuần không cần nặng như vậy; hãy bỏ ảnh."))
        return file


@require_http_methods(["GET", "POST"])
@for_writers
def import_week(request: HttpRequest) -> HttpResponseBase:
    """GET: which week, which file. POST: write the week's draft and open it, or say which rows are unclear."""
    form = ImportForm(request.POST or None, request.FILES or None)
    read = WeekRead()
    if request.method == "POST" and form.is_valid():
        monday = form.cleaned_data["monday"]
        try:
            read = read_week(form.cleaned_data["file"].read(), monday=monday)
        except ListError as refusal:
            form.add_error("file", str(refusal))
        else:
            if not read.problems:
                week = replace_entries(monday=monday, entries=read.entries, user=account_of(request))
                words = {"count": len(read.entries), "week": week}
                messages.success(
                    request, _("Đã đọc %(count)d việc vào bản nháp của %(week)s. Hãy xem lại rồi đăng.") % words
                )
                return redirect("schedule_weeks:edit", week.pk)
    return admin_page(
        request,
        "schedule/import",
        title=_("Nhập lịch tuần từ tệp"),
        back=Link(_("Lịch công tác"), reverse("schedule_weeks:list")),
        form=form,
        problems=read.problems[:PROBLEMS_SHOWN],
        more=max(0, len(read.problems) - PROBLEMS_SHOWN),
    )


@require_safe
@for_writers
def template(request: HttpRequest) -> HttpResponse:
    """Answer the workbook to fill in, for the next week without a schedule."""
    content = template_file(first_free_monday(monday_of(timezone.localdate())))
    headers = {"Content-Disposition": 'attachment; filename="lich-cong-tac-mau.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)
