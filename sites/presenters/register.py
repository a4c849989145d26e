"""The register of legal documents: a GET form, every state with an address."""

from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from core.text.document_number import number_key
from core.text.fold import fold
from sites.frame import Link
from sites.models import LegalDocumentPage, RegisterPage
from sites.presenters.documents import document_rows, newest_first
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.stories import without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState, RegisterView
from tenants.registry.models import Entry

PAGE_SIZE = 20
TEXT, KIND, ISSUER, SINCE, UNTIL, EXPIRED = "q", "loai", "co-quan", "tu", "den", "het-hieu-luc"
FIELDS = (TEXT, KIND, ISSUER, SINCE, UNTIL, EXPIRED, PAGE_FIELD)
_MOST_MATCHES = 2000
_LONGEST_TEXT = 200


def present_register(page: RegisterPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the register. Four queries: kinds with issuers, count, rows, and the text's matches if any."""
    query = Query.of(fields, FIELDS)
    everything = without_private(LegalDocumentPage.objects.live().child_of(page), around.menu)
    documents = _filtered(everything, query, around)
    count = documents.count()
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    rows = newest_first(documents)
    view = RegisterView(
        title=page.title,
        count=ngettext("%(count)s văn bản, mới nhất trước", "%(count)s văn bản, mới nhất trước", count)
        % {"count": number(count)},
        rows=document_rows(rows[(at - 1) * PAGE_SIZE : at * PAGE_SIZE], menu=around.menu, today=around.today),
        action=around.menu.address(page.url_path),
        query=query.value(TEXT)[:_LONGEST_TEXT],
        choices=_choices(everything, query),
        issued_from=query.value(SINCE),
        issued_to=query.value(UNTIL),
        toggle=_toggle(query),
        pager=build_pager(query, page=at, pages=pages),
        empty=EmptyState(
            _("Không có văn bản nào như vậy. Bạn bỏ bớt điều kiện hoặc kiểm tra lại số, ký hiệu."),
            (Link(_("Xem tất cả văn bản"), around.menu.address(page.url_path)),),
        ),
    )
    meta = page_meta(page, around)
    return Presented("pages/register.html", replace(meta, indexable=not query.fields), view)


def _filtered(
    documents: QuerySet[LegalDocumentPage], query: Query, around: Surroundings
) -> QuerySet[LegalDocumentPage]:
    exact = {"document_kind": query.value(KIND), "issuer": query.value(ISSUER)}
    bounds = {"issued_date__gte": _day(query.value(SINCE)), "issued_date__lte": _day(query.value(UNTIL))}
    documents = documents.filter(**{name: value for name, value in (exact | bounds).items() if value})
    if not query.value(EXPIRED):
        documents = documents.exclude(expiry_date__lte=around.today)
    text = query.value(TEXT)[:_LONGEST_TEXT].strip()
    return documents.filter(_matches(text, around)) if text else documents


def _matches(text: str, around: Surroundings) -> Q:
    """Match the number however it is written, and the words with or without marks (the registry keeps them folded)."""
    words = Q(*(Q(folded_title__contains=word) | Q(folded__contains=word) for word in fold(text).split()))
    entries = Entry.objects.live().filter(words, unit=around.unit, object_type=LegalDocumentPage.registry_type)
    keys = list(entries.values_list("object_id", flat=True)[:_MOST_MATCHES])
    key = number_key(text)
    return Q(pk__in=keys) | (Q(number_key__startswith=key) if key else Q())


def _choices(documents: QuerySet[LegalDocumentPage], query: Query) -> tuple[Choice, ...]:
    pairs = list(documents.order_by().values_list("document_kind", "issuer").distinct())
    return (
        _choice(KIND, _("Loại văn bản"), {kind for kind, _issuer in pairs}, query),
        _choice(ISSUER, _("Cơ quan ban hành"), {issuer for _kind, issuer in pairs}, query),
    )


def _choice(name: str, label: str, values: set[str], query: Query) -> Choice:
    chosen = query.value(name)
    options = (Option(value, value, selected=value == chosen) for value in sorted(values, key=fold))
    return Choice(name, label, (Option("", _("Tất cả"), selected=not chosen), *options))


def _toggle(query: Query) -> Link:
    if query.value(EXPIRED):
        return Link(_("Ẩn văn bản hết hiệu lực"), query.without(EXPIRED))
    return Link(_("Hiện cả văn bản hết hiệu lực"), query.changed(het_hieu_luc="1"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
