"""From polls to what their templates show."""

from django.db.models import Count
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from sites.polls.models import PollPage, PollsPage, PollState
from sites.polls.viewdata import Bar, PollView
from sites.presenters.menu import Section
from sites.presenters.meta import page_meta
from sites.presenters.periods import days_note, feed_rows, present_periods
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow
from sites.presenters.surroundings import Surroundings
from sites.viewdata.cards import Tag, Tone
from sites.viewdata.periods import PeriodRow
from tenants.units.statuses import EFFECTS

TONES: dict[PollState, tuple[Tone, str]] = {
    PollState.NOT_OPEN: ("warn", "clock"),
    PollState.OPEN: ("ok", "check"),
    PollState.CLOSED: ("neutral", "close"),
}


def present_polls(page: PollsPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return the list of polls."""
    return present_periods(
        page,
        around,
        fields,
        things=PollPage.objects.defer("choices"),
        row=lambda poll, url: PeriodRow(poll.title, url, _tag(poll, around), _note(poll, around), poll.summary),
        empty=_("Chưa có thăm dò nào. Khi đơn vị cần ý kiến của bạn, câu hỏi hiện ở đây."),
    )


def present_poll(page: PollPage, around: Surroundings, *, has_voted: bool) -> Presented:
    """Return one poll: the form while it is open and this browser has not answered, else the results. One query."""
    state = page.state_on(around.today)
    takes = state == PollState.OPEN and EFFECTS[around.unit.status].may_publish
    bars = _bars(page) if state == PollState.CLOSED or has_voted else ()
    count = sum(bar.count for bar in bars)
    view = PollView(
        title=page.title,
        state=_tag(page, around),
        days=_note(page, around),
        summary=page.summary,
        action=reverse("sites:polls:answer", args=[page.pk]),
        asks=takes and not has_voted,
        has_voted=has_voted,
        bars=bars,
        total=ngettext("%(count)s người đã chọn", "%(count)s người đã chọn", count) % {"count": number(count)},
        hint=_("Câu hỏi này chưa mở. Bạn quay lại từ ngày mở.") if state == PollState.NOT_OPEN else "",
    )
    return Presented("polls/poll.html", page_meta(page, around), view)


def poll_feed(around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    return feed_rows(PollPage.objects.all(), around, section, count)


def _bars(page: PollPage) -> tuple[Bar, ...]:
    """Return how often each choice was taken. Votes for a choice that was deleted count no more."""
    counts = dict(page.votes.values_list("choice").annotate(count=Count("pk")))
    options = page.options()
    total = sum(counts.get(key, 0) for key, _text in options) or 1
    return tuple(
        Bar(text, counts.get(key, 0), 100 * counts.get(key, 0) / total, round(100 * counts.get(key, 0) / total))
        for key, text in options
    )


def _tag(page: PollPage, around: Surroundings) -> Tag:
    state = page.state_on(around.today)
    tone, icon = TONES[state]
    return Tag(str(state.label), tone, icon)


def _note(page: PollPage, around: Surroundings) -> str:
    return days_note(page.opens_date, page.closes_date, around.today)
