"""From drafts to what their templates show."""

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number, short_date
from core.media.models import UnitDocument
from sites.consultations.models import ConsultationPage, ConsultationsPage, ConsultationState
from sites.consultations.viewdata import ConsultationView
from sites.presenters.body import BodyPresenter
from sites.presenters.files import file_link
from sites.presenters.menu import Section
from sites.presenters.meta import page_meta
from sites.presenters.periods import days_note, feed_rows, present_periods
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow
from sites.presenters.surroundings import Surroundings
from sites.viewdata.cards import FileLink, Tag, Tone
from sites.viewdata.periods import PeriodRow
from tenants.units.statuses import EFFECTS

TONES: dict[ConsultationState, tuple[Tone, str]] = {
    ConsultationState.NOT_OPEN: ("warn", "clock"),
    ConsultationState.OPEN: ("ok", "check"),
    ConsultationState.CLOSED: ("neutral", "clock"),
    ConsultationState.CONCLUDED: ("accent", "document"),
}


def present_consultations(page: ConsultationsPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return the list of drafts."""
    empty = _("Chưa có dự thảo nào cần lấy ý kiến. Khi có, dự thảo và hạn góp ý hiện ở đây.")
    things = ConsultationPage.objects.defer("body", "attachments", "outcome")
    return present_periods(
        page,
        around,
        fields,
        things=things,
        row=lambda draft, url: PeriodRow(draft.title, url, _tag(draft, around), _note(draft, around), draft.summary),
        empty=empty,
    )


def present_consultation(page: ConsultationPage, around: Surroundings) -> Presented:
    """Return one draft as it stands today. Queries: bodies, files, the number of comments."""
    meta = page_meta(page, around)
    is_concluded = page.state_on(around.today) == ConsultationState.CONCLUDED
    count = page.received.count()
    view = ConsultationView(
        title=page.title,
        state=_tag(page, around),
        days=_note(page, around),
        summary=page.summary,
        body=BodyPresenter(page.body, around.menu).blocks(),
        files=_files(page),
        received=ngettext("%(count)s ý kiến đã nhận", "%(count)s ý kiến đã nhận", count) % {"count": number(count)}
        if count
        else "",
        comment_url=comment_address(page, around),
        outcome_title=_("Kết quả, công bố ngày %(day)s") % {"day": short_date(page.outcome_date)}
        if is_concluded and page.outcome_date
        else "",
        outcome=BodyPresenter(page.outcome, around.menu).blocks() if is_concluded else (),
        print_url="?in=1",
        address=meta.canonical_url,
    )
    return Presented("consultations/draft.html", meta, view)


def comment_address(page: ConsultationPage, around: Surroundings) -> str:
    """Return where one comments on the draft now, "" when it is not open."""
    is_open = page.state_on(around.today) == ConsultationState.OPEN and EFFECTS[around.unit.status].may_publish
    return reverse("sites:consultations:comment", args=[page.pk]) if is_open and page.live else ""


def consultation_feed(around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    return feed_rows(ConsultationPage.objects.all(), around, section, count)


def _tag(page: ConsultationPage, around: Surroundings) -> Tag:
    state = page.state_on(around.today)
    tone, icon = TONES[state]
    return Tag(str(state.label), tone, icon)


def _note(page: ConsultationPage, around: Surroundings) -> str:
    return days_note(page.opens_date, page.closes_date, around.today)


def _files(page: ConsultationPage) -> tuple[FileLink, ...]:
    keys = [block["value"] for block in page.attachments.raw_data if block["value"]]
    found = UnitDocument.objects.in_bulk(keys) if keys else {}
    return tuple(file_link(found[key]) for key in keys if key in found)
