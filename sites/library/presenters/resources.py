"""The resource library: a GET form, every state with an address."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q, QuerySet, TextChoices
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from core.text.fold import fold
from sites.frame import Link
from sites.library.enums import Grade, License, ResourceKind, Subject, grades_that_fit
from sites.library.models import ResourcePage, ResourcesPage
from sites.library.presenters.links import site_name
from sites.library.viewdata import ResourceRow, ResourcesView
from sites.presenters.files import file_link
from sites.presenters.menu import Section
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.periods import feed_rows
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow, without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState
from tenants.registry.models import Entry

PAGE_SIZE = 20
TEXT, SUBJECT, GRADE, KIND, LICENSE = "q", "mon", "lop", "loai", "giay-phep"
FIELDS = (TEXT, SUBJECT, GRADE, KIND, LICENSE, PAGE_FIELD)
_LONGEST_TEXT = 200
_MOST_MATCHES = 2000
_NO_SUBJECT = "chung"  # in an address: an empty field asks nothing


def present_resources(page: ResourcesPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the library, newest first, parts below included.

    Five queries: choices in use, the text's matches if any, count, rows with their files, parts.
    """
    query = Query.of(fields, FIELDS)
    everything = without_private(ResourcePage.objects.live().descendant_of(page), around.menu)
    found = _filtered(everything, query, around)
    count = found.count()
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    rows = found.select_related("file").defer("body").order_by("-first_published_at", "-pk")
    address = around.menu.address(page.url_path)
    feed_url = _feed_url(page, around)
    view = ResourcesView(
        title=page.title,
        intro=page.summary,
        count=ngettext("%(count)s tài nguyên", "%(count)s tài nguyên", count) % {"count": number(count)},
        rows=tuple(_row(one, around) for one in rows[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]),
        action=address,
        query=query.value(TEXT)[:_LONGEST_TEXT],
        choices=_choices(everything, query),
        children=_parts(page, around),
        feed_url=feed_url,
        pager=build_pager(query, page=at, pages=pages),
        empty=_empty(query, address, around),
    )
    feed = Link(page.title, feed_url) if feed_url else None
    return Presented(
        "library/resources.html", replace(page_meta(page, around), indexable=not query.fields, feed=feed), view
    )


def resource_feed(around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    """Return the newest resources. One query."""
    return feed_rows(ResourcePage.objects.all(), around, section, count)


def _filtered(pages: QuerySet[ResourcePage], query: Query, around: Surroundings) -> QuerySet[ResourcePage]:
    if subject := query.value(SUBJECT):
        pages = pages.filter(subject="" if subject == _NO_SUBJECT else subject)
    if grade := query.value(GRADE):
        pages = pages.filter(grade__in=grades_that_fit(grade))
    if kind := query.value(KIND):
        pages = pages.filter(kind=kind)
    if license_ := query.value(LICENSE):
        pages = pages.filter(license=license_)
    words = fold(query.value(TEXT)[:_LONGEST_TEXT]).split()
    if not words:
        return pages
    # The registry keeps titles and texts folded, so that words typed without marks are found.
    matches = Q(*(Q(folded_title__contains=word) | Q(folded__contains=word) for word in words))
    entries = Entry.objects.live().filter(matches, unit=around.unit, object_type=ResourcePage.registry_type)
    return pages.filter(pk__in=list(entries.values_list("object_id", flat=True)[:_MOST_MATCHES]))


def _row(page: ResourcePage, around: Surroundings) -> ResourceRow:
    about = (page.get_kind_display(), page.get_subject_display() if page.subject else "", page.get_grade_display())
    return ResourceRow(
        title=page.title,
        url=around.menu.address(page.url_path),
        about=" · ".join(str(word) for word in about if word),
        author=page.author,
        license=page.get_license_display(),
        summary=page.summary,
        file=file_link(page.file) if page.file else None,
        site=site_name(page.url) if page.url else "",
    )


def _choices(pages: QuerySet[ResourcePage], query: Query) -> tuple[Choice, ...]:
    """Return the selects, each with the values in use. One query."""
    used = list(pages.order_by().values_list("subject", "grade", "kind", "license").distinct())
    subjects, grades, kinds, licenses = (set(values) for values in zip(*used, strict=True)) if used else (set(),) * 4
    return (
        _choice(SUBJECT, _("Môn học"), Subject, subjects, query),
        _choice(GRADE, _("Lớp, cấp học"), Grade, grades - {Grade.ALL}, query),
        _choice(KIND, _("Loại"), ResourceKind, kinds, query),
        _choice(LICENSE, _("Giấy phép"), License, licenses, query),
    )


def _choice(name: str, label: str, words: type[TextChoices], used: Iterable[str], query: Query) -> Choice:
    chosen = query.value(name)
    named = ((one.value or _NO_SUBJECT, str(one.label)) for one in words if one.value in used)
    options = (Option(value, text, selected=value == chosen) for value, text in named)
    return Choice(name, label, (Option("", _("Tất cả"), selected=not chosen), *options))


def _parts(page: ResourcesPage, around: Surroundings) -> tuple[Link, ...]:
    below = without_private(ResourcesPage.objects.live().child_of(page).order_by("path"), around.menu)
    return tuple(
        Link(title, around.menu.address(url_path)) for title, url_path in below.values_list("title", "url_path")
    )


def _feed_url(page: ResourcesPage, around: Surroundings) -> str:
    section = around.menu.section_above(page.path)
    return f"{section.url}feed/" if section and section.tree_path == page.path else ""


def _empty(query: Query, address: str, around: Surroundings) -> EmptyState:
    if query.fields:
        text = _("Không có tài nguyên nào như vậy. Bạn bỏ bớt điều kiện hoặc tìm bằng từ khác.")
        return EmptyState(text, (Link(_("Xem tất cả tài nguyên"), address),))
    return EmptyState(_("Kho này chưa có tài nguyên nào. Bạn xem các chuyên mục khác."), around.frame.nav[:3])
