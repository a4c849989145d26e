"""The section "Thi và Tuyển sinh": notices by deadline, its newest posts below."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, QuerySet, When
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from sites.admissions.enums import AdmissionKind, AdmissionState, EntryLevel
from sites.admissions.models import AdmissionPage
from sites.admissions.presenters.state import deadline_note, state_tag
from sites.admissions.viewdata import AdmissionsView
from sites.frame import Link
from sites.models import SectionPage
from sites.presenters.counts import kept_count
from sites.presenters.menu import Section
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.periods import feed_rows
from sites.presenters.presented import Presented
from sites.presenters.section import ALL_POSTS, VIEW_FIELD, feed_address, sections_below
from sites.presenters.stories import (
    StoryRow,
    public_articles,
    shelf_for,
    story_cards,
    story_rows,
    without_private,
)
from sites.presenters.surroundings import Surroundings
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState
from sites.viewdata.periods import PeriodRow

PAGE_SIZE = 20
POSTS_SHOWN = 6
KIND, LEVEL, STATE = "loai", "cap", "han"
FIELDS = (KIND, LEVEL, STATE, PAGE_FIELD)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for; values that name nothing are dropped."""

    kind: str
    level: str
    state: str

    @classmethod
    def of(cls, query: Query) -> "Filters":
        asked = {KIND: AdmissionKind.values, LEVEL: EntryLevel.values, STATE: AdmissionState.values}
        return cls(*(query.value(name) if query.value(name) in known else "" for name, known in asked.items()))

    def apply(self, notices: QuerySet[AdmissionPage], today: date) -> QuerySet[AdmissionPage]:
        if self.kind:
            notices = notices.filter(kind=self.kind)
        if self.level:
            notices = notices.filter(level=self.level)
        return notices.filter(_in_state(AdmissionState(self.state), today)) if self.state else notices


def present_admissions(page: SectionPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the section. Five queries at most: notices, posts, pictures, sizes, sections below."""
    query = Query.of(fields, FIELDS)
    filters = Filters.of(query)
    notices = filters.apply(_notices(page, around), around.today)
    count = kept_count(notices, around.menu, f"admissions:{page.pk}:{around.today}:{filters}")
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    address = around.menu.address(page.url_path)
    posts = story_rows(public_articles(around.menu).filter(path__startswith=page.path)[:POSTS_SHOWN])
    view = AdmissionsView(
        title=page.title,
        intro=page.summary,
        count=ngettext("%(count)s thông báo", "%(count)s thông báo", count) % {"count": number(count)},
        action=address,
        choices=_choices(filters),
        rows=tuple(_row(one, around) for one in by_deadline(notices, around.today)[(at - 1) * PAGE_SIZE :][:PAGE_SIZE]),
        feed_url=feed_address(page, around),
        empty=_empty(query, address, around),
        children=sections_below(page, around),
        pager=build_pager(query, page=at, pages=pages),
        stories=story_cards(posts, menu=around.menu, shelf=shelf_for(posts)),
        more=Link(_("Tất cả tin bài của mục này"), f"{address}?{VIEW_FIELD}={ALL_POSTS}") if posts else None,
    )
    meta = replace(page_meta(page, around), feed=Link(page.title, view.feed_url), indexable=not query.fields or at > 1)
    return Presented("admissions/list.html", meta, view)


def by_deadline(notices: QuerySet[AdmissionPage], today: date) -> QuerySet[AdmissionPage]:
    """Return those still to come by their nearest deadline, then the expired ones, the latest first."""
    is_over = ExpressionWrapper(Q(closes_date__lt=today), output_field=BooleanField())
    ahead = Case(When(closes_date__gte=today, then=F("closes_date")))
    return notices.order_by(is_over, ahead, "-closes_date", "-pk")


def admission_feed(around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    """Return the newest notices and posts of the section together. Two queries."""
    posts = story_rows(public_articles(around.menu, section)[:count])
    notices = feed_rows(AdmissionPage.objects.all(), around, section, count)
    return sorted((*posts, *notices), key=lambda row: row.published_at, reverse=True)[:count]


def _notices(page: SectionPage, around: Surroundings) -> QuerySet[AdmissionPage]:
    found = AdmissionPage.objects.live().filter(path__startswith=page.path)
    return without_private(found, around.menu).only(
        "title", "url_path", "summary", "kind", "level", "opens_date", "closes_date"
    )


def _in_state(state: AdmissionState, today: date) -> Q:
    if state == AdmissionState.NOT_OPEN:
        return Q(opens_date__gt=today)
    if state == AdmissionState.EXPIRED:
        return Q(closes_date__lt=today)
    return Q(opens_date__lte=today, closes_date__gte=today)


def _row(notice: AdmissionPage, around: Surroundings) -> PeriodRow:
    about = f"{notice.get_kind_display()} · {notice.get_level_display()} · {deadline_note(notice, around.today)}"
    return PeriodRow(
        notice.title, around.menu.address(notice.url_path), state_tag(notice, around.today), about, notice.summary
    )


def _choices(filters: Filters) -> tuple[Choice, ...]:
    return (
        _choice(STATE, _("Hạn nộp"), AdmissionState.choices, filters.state),
        _choice(LEVEL, _("Cấp, lớp"), EntryLevel.choices, filters.level),
        _choice(KIND, _("Loại"), AdmissionKind.choices, filters.kind),
    )


def _choice(name: str, label: str, choices: list[tuple[str, Any]], chosen: str) -> Choice:
    options = (Option(value, str(words), selected=value == chosen) for value, words in choices)
    return Choice(name, label, (Option("", _("Tất cả"), selected=not chosen), *options))


def _empty(query: Query, address: str, around: Surroundings) -> EmptyState:
    if query.fields:
        text = _("Không có thông báo nào như vậy. Bạn bỏ bớt điều kiện.")
        return EmptyState(text, (Link(_("Xem tất cả thông báo"), address),))
    text = _("Chưa có thông báo thi, tuyển sinh nào. Khi có, hạn nộp và hồ sơ cần chuẩn bị hiện ở đây.")
    return EmptyState(text, around.frame.nav[:3])
