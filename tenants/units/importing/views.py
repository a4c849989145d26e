"""`nhap-danh-sach/`: upload a list, read what the dry run found, write it, watch it being written.

The same views on the console and in the portal's admin; only the frame around them differs.
"""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.frontend.forms import ComponentForm
from core.identity.models import Identity
from core.schema import PUBLIC, active_schema
from core.spreadsheets.write import XLSX
from tenants.units.importing.access import for_importers
from tenants.units.importing.read import ListError
from tenants.units.importing.report import Report
from tenants.units.importing.run import ask_to_write, start_run
from tenants.units.importing.workbook import problems_file, template_file
from tenants.units.models import ImportRun, ImportState

HEAVIEST = 10 * 1024 * 1024
RUNS_SHOWN = 20
PROBLEMS_SHOWN = 200


class ListForm(ComponentForm):
    file = forms.FileField(
        label=gettext_lazy("Tệp danh sách"),
        help_text=gettext_lazy("Excel (.xlsx) hoặc CSV, nặng tối đa 10 MB. Tệp được đọc thử trước, chưa ghi gì."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Chưa chọn tệp nào. Hãy chọn tệp danh sách trên máy."),
            "empty": gettext_lazy("Tệp này rỗng. Hãy chọn tệp khác."),
        },
    )
    with_sites = forms.BooleanField(
        label=gettext_lazy("Tạo trang cho các dòng có tên miền mà đơn vị chưa có trang"), required=False
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > HEAVIEST:
            raise forms.ValidationError(_("Tệp này nặng hơn 10 MB. Hãy chia danh sách thành nhiều tệp."))
        return file


@require_http_methods(["GET", "POST"])
@for_importers
def start(request: HttpRequest, person: Identity) -> HttpResponseBase:
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = start_run(
                filename=file.name,
                content=file.read(),
                with_sites=form.cleaned_data["with_sites"],
                by=person,
                at=timezone.now(),
            )
        except ListError as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("importing:run", pk=run.pk)
    runs = ImportRun.objects.select_related("by").defer("content", "report")[:RUNS_SHOWN]
    return _page(request, "start", _("Nhập danh sách đơn vị"), form=form, runs=runs)


@require_safe
@for_importers
def run(request: HttpRequest, person: Identity, pk: uuid.UUID) -> HttpResponseBase:
    shown = get_object_or_404(ImportRun.objects.select_related("by").defer("content"), pk=pk)
    report = Report.from_json(shown.report)
    return _page(
        request,
        "run",
        shown.filename,
        is_below_start=True,
        run=shown,
        report=report,
        problems=report.problems[:PROBLEMS_SHOWN],
        is_moving=shown.state in {ImportState.QUEUED, ImportState.RUNNING},
    )


@require_POST
@for_importers
def write(request: HttpRequest, person: Identity, pk: uuid.UUID) -> HttpResponseBase:
    shown = get_object_or_404(ImportRun.objects.only("pk"), pk=pk)
    try:
        ask_to_write(run_pk=shown.pk)
    except ListError as refusal:
        messages.error(request, str(refusal))
    return redirect("importing:run", pk=shown.pk)


@require_safe
@for_importers
def problems(request: HttpRequest, person: Identity, pk: uuid.UUID) -> HttpResponseBase:
    shown = get_object_or_404(ImportRun.objects.only("report"), pk=pk)
    return _download(problems_file(Report.from_json(shown.report).problems), "can-sua.xlsx")


@require_safe
@for_importers
def template(request: HttpRequest, person: Identity) -> HttpResponseBase:
    return _download(template_file(), "danh-sach-don-vi-mau.xlsx")


def _download(content: bytes, filename: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{filename}"'}
    )


def _page(
    request: HttpRequest, template: str, title: str, *, is_below_start: bool = False, **context: Any
) -> TemplateResponse:
    is_console = active_schema() == PUBLIC
    back = {"url": reverse("importing:start"), "title": _("Nhập danh sách đơn vị")} if is_below_start else None
    frame = {
        "frame_template": "console/base.html" if is_console else "admin/page.html",
        "is_console": is_console,
        "here": "importing",
        "title": title,
        "back": back,
    }
    return TemplateResponse(request, f"console/importing/{template}.html", {**frame, **context})
