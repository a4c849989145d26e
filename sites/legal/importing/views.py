"""`quan-tri/nhap-van-ban/`: upload a list and its files, read what the dry run found, publish, watch it."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.spreadsheets.refusal import ListError
from core.spreadsheets.write import XLSX
from sites.admin.staff import Staff, account_of, staff_of
from sites.frame import Link
from sites.legal.importing.archive import HEAVIEST, ArchiveError
from sites.legal.importing.report import Report
from sites.legal.importing.run import ask_to_write, start_import
from sites.legal.importing.workbook import problems_file, template_file
from sites.models import DocumentImport
from sites.roles import GRANTS

HEAVIEST_LIST = 10 * 1024 * 1024
RUNS_SHOWN = 20
PROBLEMS_SHOWN = 200
View = Callable[..., HttpResponseBase]


class ListForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Danh sách văn bản"),
        help_text=gettext_lazy("Excel (.xlsx) hoặc CSV, nặng tối đa 10 MB. Được đọc thử trước, chưa đăng gì."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Chưa chọn danh sách nào. Hãy chọn tệp trên máy."),
            "empty": gettext_lazy("Tệp này rỗng. Hãy chọn tệp khác."),
        },
    )
    archive = forms.FileField(
        label=gettext_lazy("Tệp của các văn bản (ZIP)"),
        help_text=gettext_lazy("Tên tệp trong ZIP ghi ở cột “Tệp” của danh sách. Nặng tối đa 100 MB."),
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        required=False,
        error_messages={"empty": gettext_lazy("Tệp ZIP này rỗng. Hãy chọn tệp khác.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > HEAVIEST_LIST:
            raise forms.ValidationError(_("Danh sách này nặng hơn 10 MB. Hãy chia thành nhiều tệp."))
        return file

    def clean_archive(self) -> Any:
        archive = self.cleaned_data["archive"]
        if archive and archive.size > HEAVIEST:
            raise forms.ValidationError(_("Tệp ZIP này nặng hơn 100 MB. Hãy chia danh sách và tệp thành nhiều phần."))
        return archive


def may_import(staff: Staff) -> bool:
    """Tell whether somebody may publish documents, and so many at once."""
    return any("publish_page" in GRANTS[role].page for role in GRANTS if role in staff.roles)


def for_importers(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(staff_of(request)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "POST"])
@for_importers
def start(request: HttpRequest) -> HttpResponseBase:
    is_sent = request.method == "POST"
    form = ListForm(request.POST, request.FILES) if is_sent else ListForm()
    if is_sent and form.is_valid() and (run := _start(form, request)):
        return redirect("document_import", pk=run.pk)
    runs = DocumentImport.objects.select_related("by").defer("content", "report")[:RUNS_SHOWN]
    context = {"title": _("Nhập văn bản"), "form": form, "runs": runs}
    return TemplateResponse(request, "admin/legal/import_start.html", context)


@require_safe
@for_importers
def run(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    shown = get_object_or_404(DocumentImport.objects.defer("content"), pk=pk)
    report = Report.from_json(shown.report)
    context = {
        "title": shown.filename,
        "back": Link(_("Nhập văn bản"), reverse("document_imports")),
        "run": shown,
        "report": report,
        "problems": report.problems[:PROBLEMS_SHOWN],
        "changes": report.changes[:PROBLEMS_SHOWN],
    }
    return TemplateResponse(request, "admin/legal/import_run.html", context)


@require_POST
@for_importers
def write(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    shown = get_object_or_404(DocumentImport.objects.only("pk"), pk=pk)
    try:
        ask_to_write(run_pk=shown.pk, updates="updates" in request.POST)
    except ListError as refusal:
        messages.error(request, str(refusal))
    return redirect("document_import", pk=shown.pk)


@require_safe
@for_importers
def problems(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    shown = get_object_or_404(DocumentImport.objects.only("report"), pk=pk)
    return _download(problems_file(Report.from_json(shown.report).problems), "can-sua.xlsx")


@require_safe
@for_importers
def template(request: HttpRequest) -> HttpResponseBase:
    return _download(template_file(), "van-ban-mau.xlsx")


def _start(form: ListForm, request: HttpRequest) -> DocumentImport | None:
    """Return the dry run, or None with the reason at the field of the file that cannot be used."""
    file, archive = form.cleaned_data["file"], form.cleaned_data["archive"]
    try:
        return start_import(
            filename=file.name,
            content=file.read(),
            archive=archive.file if archive else None,
            archive_name=archive.name if archive else "",
            by=account_of(request),
            at=timezone.now(),
        )
    except ListError as refusal:
        form.add_error("file", str(refusal))
    except ArchiveError as refusal:
        form.add_error("archive", str(refusal))
    return None


def _download(content: bytes, filename: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{filename}"'}
    )
