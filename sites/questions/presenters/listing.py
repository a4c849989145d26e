"""The section: answered questions, newest answer first; every filter has an address."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number, short_date
from core.text.fold import fold
from sites.frame import Link
from sites.presenters.counts import kept_count
from sites.presenters.menu import Menu, Section
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow, without_private
from sites.presenters.surroundings import Surroundings
from sites.questions.enums import Topic
from sites.questions.models import QuestionPage, QuestionsPage
from sites.questions.viewdata import QuestionsView, TopicChip
from sites.viewdata.cards import QuestionRow
from sites.viewdata.listing import EmptyState
from tenants.registry.models import Entry
from tenants.units.statuses import EFFECTS

PAGE_SIZE = 20
TEXT, TOPIC = "q", "linh-vuc"
_LONGEST_TEXT = 200
_MOST_MATCHES = 2000


def present_questions(page: QuestionsPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the section. Two queries: topics in use, rows; with a text its matches and their count."""
    query = Query.of(fields, (TEXT, TOPIC, PAGE_FIELD))
    everything = public_questions(around.menu)
    found = _filtered(everything, query, around)
    count = found.count() if query.value(TEXT) else kept_count(found, around.menu, f"questions:{_topic(query)}")
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    ask_url = ask_address(around)
    view = QuestionsView(
        title=page.title,
        intro=page.summary,
        count=ngettext("%(count)s câu hỏi đã trả lời", "%(count)s câu hỏi đã trả lời", count)
        % {"count": number(count)},
        rows=question_rows(found[(at - 1) * PAGE_SIZE : at * PAGE_SIZE], menu=around.menu),
        chips=_chips(everything, query),
        action=around.menu.address(page.url_path),
        query=query.value(TEXT)[:_LONGEST_TEXT],
        topic=_topic(query),
        ask_url=ask_url,
        track_url=reverse("sites:questions:track"),
        feed_url=f"{around.menu.address(page.url_path)}feed/",
        pager=build_pager(query, page=at, pages=pages),
        empty=_empty(page, around, query, ask_url),
    )
    meta = page_meta(page, around)
    feed = Link(page.title, view.feed_url)
    return Presented("questions/list.html", replace(meta, indexable=not query.fields, feed=feed), view)


def public_questions(menu: Menu) -> QuerySet[QuestionPage]:
    """Return the questions readers may see, newest answer first."""
    return without_private(QuestionPage.objects.live().order_by("-answered_date", "-pk"), menu)


def question_rows(questions: QuerySet[QuestionPage], *, menu: Menu) -> tuple[QuestionRow, ...]:
    """Read the rows of a (sliced) list in one query."""
    columns = questions.values_list("title", "url_path", "room", "received_date", "answered_date")
    return tuple(
        QuestionRow(title, menu.address(url_path), answer_note(room, received, answered))
        for title, url_path, room, received, answered in columns
    )


def question_feed(around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    """Return the newest answers for the feed. One query."""
    columns = ("title", "url_path", "path", "first_published_at", "question")
    rows = public_questions(around.menu).filter(first_published_at__isnull=False)[:count].values_list(*columns)
    return [StoryRow(title, url, path, at, text, None) for title, url, path, at, text in rows]


def answer_note(room: str, received: date | None, answered: date) -> str:
    """Return "Phòng Tổ chức cán bộ trả lời ngày 20/11/2026, sau 3 ngày"."""
    words = {"room": room, "day": short_date(answered)}
    if received is None or answered < received:
        return _("%(room)s trả lời ngày %(day)s") % words
    if answered == received:
        return _("%(room)s trả lời ngày %(day)s, ngay trong ngày") % words
    days = (answered - received).days
    return ngettext(
        "%(room)s trả lời ngày %(day)s, sau %(days)s ngày", "%(room)s trả lời ngày %(day)s, sau %(days)s ngày", days
    ) % {**words, "days": number(days)}


def ask_address(around: Surroundings) -> str:
    """Return where one asks, "" where nobody can: no public section, or a unit that has ended."""
    section = around.menu.find(model="questionspage")
    is_open = section and not around.menu.is_private(section.tree_path) and EFFECTS[around.unit.status].may_publish
    return reverse("sites:questions:ask") if is_open else ""


def _topic(query: Query) -> str:
    return query.value(TOPIC) if query.value(TOPIC) in Topic.values else ""


def _filtered(questions: QuerySet[QuestionPage], query: Query, around: Surroundings) -> QuerySet[QuestionPage]:
    if _topic(query):
        questions = questions.filter(topic=_topic(query))
    words = fold(query.value(TEXT)[:_LONGEST_TEXT]).split()
    if not words:
        return questions
    matches = Q(*(Q(folded_title__contains=word) | Q(folded__contains=word) for word in words))
    entries = Entry.objects.live().filter(matches, unit=around.unit, object_type=QuestionPage.registry_type)
    return questions.filter(pk__in=list(entries.values_list("object_id", flat=True)[:_MOST_MATCHES]))


def _chips(questions: QuerySet[Any], query: Query) -> tuple[TopicChip, ...]:
    """Return the topics that have questions; none when there is nothing to choose between."""
    used = set(questions.order_by().values_list("topic", flat=True).distinct())
    chosen = query.value(TOPIC)
    chips = tuple(
        TopicChip(
            str(label), query.without(TOPIC) if value == chosen else query.changed(linh_vuc=value), value == chosen
        )
        for value, label in Topic.choices
        if value in used
    )
    return chips if len(chips) > 1 else ()


def _empty(page: QuestionsPage, around: Surroundings, query: Query, ask_url: str) -> EmptyState:
    ask = (Link(_("Gửi câu hỏi"), ask_url),) if ask_url else ()
    if query.value(TEXT) or query.value(TOPIC):
        everything = Link(_("Xem tất cả câu hỏi"), around.menu.address(page.url_path))
        return EmptyState(_("Không có câu hỏi nào như vậy. Bạn bớt từ đi hoặc gửi câu hỏi mới."), (everything, *ask))
    return EmptyState(_("Chưa có câu hỏi nào được đăng. Bạn có việc cần hỏi thì gửi ở đây."), ask)
