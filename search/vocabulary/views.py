"""`/quan-tri/tu-dong-nghia/`: the abbreviations and synonyms of the network's search, on the portal alone."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from core.text.document_number import find_number
from core.text.normalize import clean_text
from search.request import MAX_TEXT
from search.vocabulary.actions.keep_synonym import keep_synonym, remove_synonym
from search.vocabulary.current import read_vocabulary
from search.vocabulary.expansion import expand
from search.vocabulary.forms import SynonymForm
from search.vocabulary.models import Synonym
from search.vocabulary.rows import history_of, row_of, synonyms_with
from search.vocabulary.rules import SynonymError
from sites.admin.page import admin_page, only
from sites.admin.staff import Staff, account_of
from sites.frame import Link

PER_PAGE = 40


def may_keep_synonyms(staff: Staff) -> bool:
    """The desk, the head of the board and the Office: whoever looks after what the portal shows of the network."""
    return staff.reads_the_desk


@only(may_keep_synonyms, on_portal=True)
@require_safe
def synonyms(request: HttpRequest) -> HttpResponseBase:
    """Answer the list, the last changed first. Four queries, however long it is."""
    text = _typed(request, "q")
    pages = Paginator(synonyms_with(text), PER_PAGE).get_page(request.GET.get("trang"))
    return admin_page(
        request,
        "vocabulary/list",
        title=_("Từ đồng nghĩa"),
        rows=[row_of(synonym) for synonym in pages],
        pages=pages,
        page_query=f"{urlencode({'q': text})}&" if text else "",
        text=text,
    )


@only(may_keep_synonyms, on_portal=True)
@require_http_methods(["GET", "HEAD", "POST"])
def synonym(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """Answer the form of a new or a stored synonym, and store it."""
    stored = get_object_or_404(Synonym, pk=pk) if pk else None
    if request.method != "POST":
        return _form_page(request, SynonymForm.of(stored) if stored else _begun(request), stored)
    form = SynonymForm(request.POST, but=pk)
    if form.is_valid():
        try:
            keep_synonym(synonym=stored, content=form.content, user=account_of(request))
        except SynonymError as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("Nhóm từ đồng nghĩa đã được lưu. Tìm kiếm dùng nhóm này trong vòng một phút."))
            return redirect("synonyms")
    return _form_page(request, form, stored, status=422)


@only(may_keep_synonyms, on_portal=True)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask whether to delete a synonym, and delete it."""
    stored = get_object_or_404(Synonym.objects.prefetch_related("spellings"), pk=pk)
    if request.method == "POST":
        name = str(stored)
        remove_synonym(synonym=stored, user=account_of(request))
        messages.success(request, _("Nhóm “%(name)s” đã được xóa.") % {"name": name})
        return redirect("synonyms")
    return admin_page(request, "vocabulary/remove", title=_("Xóa nhóm từ đồng nghĩa"), back=_back(), synonym=stored)


@only(may_keep_synonyms, on_portal=True)
@require_safe
def try_question(request: HttpRequest) -> HttpResponseBase:
    """Show in which spellings a question is asked, by what is stored at this moment."""
    text = _typed(request, "q")
    is_number = bool(text) and find_number(text) is not None
    spellings = expand(text, read_vocabulary()).spellings if text and not is_number else ()
    return admin_page(
        request,
        "vocabulary/try",
        title=_("Thử câu hỏi"),
        back=_back(),
        text=text,
        is_number=is_number,
        spellings=spellings,
    )


def _begun(request: HttpRequest) -> SynonymForm:
    """Return the empty form, or one with a question from the report of questions that found nothing: ?cau-hoi=…"""
    text = _typed(request, "cau-hoi")
    return SynonymForm(initial={"long" if " " in text else "short": text})


def _typed(request: HttpRequest, field: str) -> str:
    return " ".join(clean_text(request.GET.get(field, "")).split())[:MAX_TEXT]


def _form_page(
    request: HttpRequest, form: SynonymForm, stored: Synonym | None, *, status: int = 200
) -> HttpResponseBase:
    return admin_page(
        request,
        "vocabulary/form",
        title=_("Sửa nhóm từ đồng nghĩa") if stored else _("Thêm nhóm từ đồng nghĩa"),
        back=_back(),
        status=status,
        form=form,
        synonym=stored,
        history=history_of(stored) if stored else [],
    )


def _back() -> Link:
    return Link(_("Từ đồng nghĩa"), reverse("synonyms"))
