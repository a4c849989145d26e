"""The list of procedures, filtered by a GET form, and the page of one."""

from dataclasses import replace

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from core.text.fold import fold
from sites.frame import Link
from sites.presenters.body import BodyPresenter
from sites.presenters.files import file_link
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.stories import without_private
from sites.presenters.surroundings import Surroundings
from sites.procedures.enums import Fee, ProcedureField
from sites.procedures.models import NATIONAL_PORTAL, ProcedurePage, ProceduresPage
from sites.procedures.viewdata import Paper, ProcedureRow, ProceduresView, ProcedureView
from sites.viewdata.document import Fact
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState
from tenants.registry.models import Entry

PAGE_SIZE = 20
TEXT, FIELD = "q", "linh-vuc"
_LONGEST_TEXT = 200
_MOST_MATCHES = 2000
_PORTAL_ADDRESS = f"https://{NATIONAL_PORTAL}/"


def present_procedures(page: ProceduresPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the list, by title. Four queries: fields in use, count, rows, the text's matches if any."""
    query = Query.of(fields, (TEXT, FIELD, PAGE_FIELD))
    everything = without_private(ProcedurePage.objects.live().child_of(page), around.menu)
    found = _filtered(everything, query, around)
    count = found.count()
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    rows = found.order_by("sort_key", "pk").only("title", "url_path", "summary", "field", "processing_time")
    address = around.menu.address(page.url_path)
    view = ProceduresView(
        title=page.title,
        intro=page.summary,
        count=ngettext("%(count)s thủ tục", "%(count)s thủ tục", count) % {"count": number(count)},
        rows=tuple(_row(one, around) for one in rows[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]),
        action=address,
        query=query.value(TEXT)[:_LONGEST_TEXT],
        choices=(_choice(everything, query),),
        pager=build_pager(query, page=at, pages=pages),
        empty=_empty(query, address),
    )
    return Presented("pages/procedures.html", replace(page_meta(page, around), indexable=not query.fields), view)


def present_procedure(page: ProcedurePage, around: Surroundings) -> Presented:
    """Return one procedure."""
    meta = page_meta(page, around)
    view = ProcedureView(
        title=page.title,
        summary=page.summary,
        field=page.get_field_display(),
        facts=_facts(page),
        dossier=tuple(_papers(page)),
        body=BodyPresenter(page.body, around.menu).blocks(),
        legal_bases=tuple(page.legal_bases),
        address=meta.canonical_url,
        service=Link(_("Mở trên Cổng Dịch vụ công quốc gia"), page.service_url or _PORTAL_ADDRESS),
        service_note=_("Trang này chỉ hướng dẫn. Hồ sơ nộp tại nơi ghi ở trên hoặc trên Cổng Dịch vụ công quốc gia."),
        print_url="?in=1",
    )
    data = {
        "@type": "GovernmentService",
        "name": page.title,
        "description": page.summary,
        "serviceType": str(view.field),
        "provider": {"@type": "GovernmentOrganization", "name": around.unit.name},
        "url": meta.canonical_url,
    }
    return Presented("pages/procedure.html", replace(meta, json_ld=json_ld(data)), view)


def _filtered(pages: QuerySet[ProcedurePage], query: Query, around: Surroundings) -> QuerySet[ProcedurePage]:
    if field := query.value(FIELD):
        pages = pages.filter(field=field)
    words = fold(query.value(TEXT)[:_LONGEST_TEXT]).split()
    if not words:
        return pages
    # The registry keeps titles and texts folded, so that words typed without marks are found.
    matches = Q(*(Q(folded_title__contains=word) | Q(folded__contains=word) for word in words))
    entries = Entry.objects.live().filter(matches, unit=around.unit, object_type=ProcedurePage.registry_type)
    return pages.filter(pk__in=list(entries.values_list("object_id", flat=True)[:_MOST_MATCHES]))


def _row(page: ProcedurePage, around: Surroundings) -> ProcedureRow:
    time = _("thời hạn: %(time)s") % {"time": page.processing_time} if page.processing_time else ""
    return ProcedureRow(
        title=page.title,
        url=around.menu.address(page.url_path),
        about=" · ".join(filter(None, (page.get_field_display(), time))),
        summary=page.summary,
    )


def _choice(pages: QuerySet[ProcedurePage], query: Query) -> Choice:
    chosen = query.value(FIELD)
    used = set(pages.order_by().values_list("field", flat=True).distinct())
    options = (Option(one.value, str(one.label), selected=one == chosen) for one in ProcedureField if one in used)
    return Choice(FIELD, _("Lĩnh vực"), (Option("", _("Tất cả"), selected=not chosen), *options))


def _empty(query: Query, address: str) -> EmptyState:
    if query.value(TEXT) or query.value(FIELD):
        text = _("Không có thủ tục nào như vậy. Bạn bỏ bớt điều kiện hoặc tìm bằng từ khác.")
        return EmptyState(text, (Link(_("Xem tất cả thủ tục"), address),))
    text = _("Chưa có thủ tục nào được ghi ở đây. Bạn tra cứu trên Cổng Dịch vụ công quốc gia.")
    return EmptyState(text, (Link(_("Cổng Dịch vụ công quốc gia"), _PORTAL_ADDRESS),))


def _facts(page: ProcedurePage) -> tuple[Fact, ...]:
    fee = page.fee_text if page.fee == Fee.CHARGED else page.get_fee_display()
    facts = (
        Fact(_("Ai thực hiện"), page.applicants),
        Fact(_("Nơi nộp hồ sơ"), page.submit_to),
        Fact(_("Nơi giải quyết"), page.handler),
        Fact(_("Hỏi thêm"), page.contact),
        Fact(_("Thời hạn giải quyết"), page.processing_time or _("Chưa có thông tin, hãy hỏi nơi nhận hồ sơ")),
        Fact(_("Phí, lệ phí"), fee),
        Fact(_("Kết quả"), page.result),
        Fact(_("Mức dịch vụ công"), page.get_service_level_display() if page.service_level else ""),
        Fact(_("Mã thủ tục"), page.code),
    )
    return tuple(fact for fact in facts if fact.value)


def _papers(page: ProcedurePage) -> list[Paper]:
    return [
        Paper(
            item.value["name"],
            item.value["copies"],
            file_link(item.value["form"]) if item.value["form"] else None,
        )
        for item in page.dossier
    ]
