"""The register of legal documents: a GET form, every state with an address."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.frontend.formats import number
from core.text.fold import fold
from sites.frame import Link
from sites.legal.register import LONGEST_TEXT, Order, Owner, Question, asked, documents_of, listed_department
from sites.models import RegisterPage
from sites.models.legal_document import DocumentState
from sites.presenters.documents import listed_rows
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState, RegisterView, TextField
from tenants.registry.models import LegalEntry
from tenants.units.models import Unit

PAGE_SIZE = 20
MOST_EXPORTED = 20_000
TEXT, KIND, ISSUER, SUBJECT, STATE, SINCE, UNTIL = "q", "loai", "co-quan", "linh-vuc", "hieu-luc", "tu", "den"
ROOM, SIGNER, FORCE_SINCE, FORCE_UNTIL, OWNER, ORDER = "phong", "nguoi-ky", "hl-tu", "hl-den", "cua", "xep"
ADVANCED = (ROOM, SIGNER, FORCE_SINCE, FORCE_UNTIL)
FIELDS = (TEXT, KIND, ISSUER, SUBJECT, STATE, SINCE, UNTIL, *ADVANCED, OWNER, ORDER, PAGE_FIELD)
ALL_STATES = "tat-ca"
EXPORT, FEED = "xuat-excel/", "feed/"
_STATES: dict[str, frozenset[DocumentState]] = {
    "con": frozenset({DocumentState.IN_FORCE}),
    "chua": frozenset({DocumentState.NOT_YET}),
    "mot-phan": frozenset({DocumentState.PARTLY_EXPIRED}),
    "het": frozenset({DocumentState.EXPIRED}),
    ALL_STATES: frozenset(DocumentState),
}


def present_register(page: RegisterPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the register. Four queries: the Sở, choices, count, rows."""
    query = Query.of(fields, FIELDS)
    department = listed_department(around.unit)
    everything = _documents(query, around, department)
    documents = asked(everything, question_of(query), today=around.today)
    count = documents.count()
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    address = around.menu.address(page.url_path)
    rows = documents[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]
    main, more = _choices(everything, query)
    view = RegisterView(
        title=page.title,
        intro=page.summary,
        count=ngettext("%(count)s văn bản", "%(count)s văn bản", count) % {"count": number(count)},
        rows=listed_rows(rows, unit=around.unit, department=department, menu=around.menu, today=around.today),
        action=address,
        query=query.value(TEXT)[:LONGEST_TEXT],
        choices=main,
        issued_from=query.value(SINCE),
        issued_to=query.value(UNTIL),
        more_choices=more,
        more_texts=(TextField(SIGNER, _("Người ký"), query.value(SIGNER)),),
        since_from=query.value(FORCE_SINCE),
        since_to=query.value(FORCE_UNTIL),
        is_more_open=any(query.value(name) for name in ADVANCED),
        owners=_owners(query) if department else (),
        owner=query.value(OWNER),
        toggle=_toggle(query),
        export_url=f"{address}{EXPORT}{query.without(PAGE_FIELD)}" if count else "",
        feed_url=f"{address}{FEED}",
        pager=build_pager(query, page=at, pages=pages),
        empty=EmptyState(
            _("Không có văn bản nào như vậy. Bạn bỏ bớt điều kiện hoặc kiểm tra lại số, ký hiệu."),
            (Link(_("Xem tất cả văn bản"), address),),
        ),
    )
    meta = replace(page_meta(page, around), indexable=not query.fields, feed=Link(page.title, view.feed_url))
    return Presented("pages/register.html", meta, view)


def exported(fields: QueryDict, around: Surroundings) -> QuerySet[LegalEntry]:
    """Return what the register's page with these fields lists, MOST_EXPORTED at most. One query, and one to read it."""
    query = Query.of(fields, FIELDS)
    documents = _documents(query, around, listed_department(around.unit))
    return asked(documents, question_of(query), today=around.today)[:MOST_EXPORTED]


def question_of(query: Query) -> Question:
    """Return what the fields of the address ask; what makes no sense asks nothing."""
    exact = {"kind": KIND, "issuer": ISSUER, "subject": SUBJECT, "room": ROOM}
    return Question(
        text=query.value(TEXT)[:LONGEST_TEXT].strip(),
        exact=tuple((column, query.value(name)) for column, name in exact.items() if query.value(name)),
        signer=query.value(SIGNER)[:LONGEST_TEXT].strip(),
        issued=(_day(query.value(SINCE)), _day(query.value(UNTIL))),
        since=(_day(query.value(FORCE_SINCE)), _day(query.value(FORCE_UNTIL))),
        states=_STATES.get(query.value(STATE)),
        order=_order(query),
    )


def _documents(query: Query, around: Surroundings, department: Unit | None) -> QuerySet[LegalEntry]:
    owner = next((one for one in Owner if one == query.value(OWNER)), None)
    locale = get_language() or around.menu.root().language
    return documents_of(unit=around.unit, department=department, owner=owner, locale=locale)


def _choices(documents: QuerySet[LegalEntry], query: Query) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Return the selects in sight and those behind "Thêm điều kiện". One query."""
    rows = list(documents.order_by().values_list("kind", "issuer", "subject", "room").distinct())
    kinds, issuers, subjects, rooms = (set(values) for values in zip(*rows, strict=True)) if rows else (set(),) * 4
    states = [
        ("", _("Chưa hết hiệu lực")), ("con", _("Còn hiệu lực")), ("chua", _("Chưa có hiệu lực")),
        ("mot-phan", _("Hết hiệu lực một phần")), ("het", _("Hết hiệu lực")), (ALL_STATES, _("Tất cả")),
    ]  # fmt: skip
    orders = [
        (Order.NEWEST, _("Mới ban hành trước")), (Order.OLDEST, _("Cũ trước")), (Order.NUMBER, _("Theo số")),
        (Order.IN_FORCE, _("Mới có hiệu lực trước")),
    ]  # fmt: skip
    main = (
        _choice(KIND, _("Loại văn bản"), kinds, query),
        _choice(ISSUER, _("Cơ quan ban hành"), issuers, query),
        _choice(SUBJECT, _("Lĩnh vực"), subjects, query),
        _fixed(STATE, _("Hiệu lực"), states, query),
    )
    return main, (_choice(ROOM, _("Phòng phụ trách"), rooms, query), _fixed(ORDER, _("Xếp theo"), orders, query))


def _choice(name: str, label: str, values: set[str], query: Query) -> Choice:
    words = sorted(filter(None, values), key=fold)
    return _fixed(name, label, [("", _("Tất cả")), *((word, word) for word in words)], query)


def _fixed(name: str, label: str, values: Sequence[tuple[str, str]], query: Query) -> Choice:
    chosen = query.value(name)
    return Choice(name, label, tuple(Option(value, text, selected=value == chosen) for value, text in values))


def _owners(query: Query) -> tuple[Option, ...]:
    """Return the tabs over the list; the value of each is its address."""
    chosen = query.value(OWNER)
    tabs = (("", _("Tất cả")), (Owner.OWN, _("Của đơn vị")), (Owner.DEPARTMENT, _("Của Sở")))
    return tuple(Option(query.changed(**{OWNER: owner}), label, selected=owner == chosen) for owner, label in tabs)


def _toggle(query: Query) -> Link:
    if query.value(STATE) == ALL_STATES:
        return Link(_("Ẩn văn bản hết hiệu lực"), query.without(STATE))
    return Link(_("Hiện cả văn bản hết hiệu lực"), query.changed(hieu_luc=ALL_STATES))


def _order(query: Query) -> Order:
    return next((order for order in Order if order == query.value(ORDER)), Order.NEWEST)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
