from datetime import date

from django.utils.translation import gettext as _

from sites.admissions.enums import AdmissionState
from sites.admissions.models import AdmissionPage
from sites.presenters.periods import days_note
from sites.viewdata.cards import Tag, Tone

# Within so many days the end of the deadline is a warning.
SOON_DAYS = 7
_TONES: dict[AdmissionState, tuple[Tone, str]] = {
    AdmissionState.NOT_OPEN: ("neutral", "clock"),
    AdmissionState.OPEN: ("ok", "check"),
    AdmissionState.EXPIRED: ("bad", "clock"),
}


def state_tag(page: AdmissionPage, today: date) -> Tag:
    """Return the state in words; the last days before the deadline say how many are left."""
    state = page.state_on(today)
    left = (page.closes_date - today).days
    if state == AdmissionState.OPEN and left <= SOON_DAYS:
        words = _("Còn %(left)d ngày") % {"left": left} if left else _("Hôm nay hết hạn")
        return Tag(words, "warn", "clock")
    tone, icon = _TONES[state]
    return Tag(str(state.label), tone, icon)


def deadline_note(page: AdmissionPage, today: date) -> str:
    """Return the days in words: until when, and how long that is."""
    return days_note(page.opens_date, page.closes_date, today)
