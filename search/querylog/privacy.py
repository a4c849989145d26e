"""What of a reader's question may be kept. In doubt it may not: a lost count harms nobody."""

import re

from core.text.document_number import find_number
from core.text.fold import fold, unify_tone_placement
from core.text.normalize import clean_text
from search.querylog.models import LONGEST

_MAIL = re.compile(r"\S@|@\S")
# Taken out before digits are counted: 2025–2026 is a school year, 53/2012/TT-BGDĐT a document.
_SCHOOL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s*[-–—/ ]\s*(?:19|20)\d\d(?!\d)")
_DOCUMENT = re.compile(r"(?<![\w/.-])\d{1,5}[a-z]?\s*[/-]\s*(?:(?:19|20)\d\d\s*[/-]\s*)?[a-z]{2}[a-z0-9/& -]*")
# A candidate's number has at least six digits, a citizen's nine or twelve, a telephone's ten.
_NUMBER = re.compile(r"\d{6}")
_GROUPED = re.compile(r"(?<=\d)[\s.\-()+]{1,3}(?=\d)")
_GROUPED_NUMBER = re.compile(r"\d{9}")
# Whoever writes the whole day, or says what the number is, looks for a person.
_WHOLE_DAY = re.compile(r"(?<!\d)\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)?\d\d(?!\d)")
_NAMED_NUMBER = re.compile(
    r"\b(?:sbd|so bao danh|cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ma hoc sinh|sdt|dien thoai|so dt|zalo)\b.*\d"
)


def keepable(text: str) -> str | None:
    """Return the question as it may be counted: clean, lower case, single spaces. None when it may not be.

    Dropped whole: what looks like a telephone, citizen's, pupil's or candidate's number, a birthday or an e-mail
    address, and what is longer than LONGEST. A name alone cannot be told from other words: reports leave out what was
    not asked several times.
    """
    words = unify_tone_placement(" ".join(clean_text(text).lower().split()))
    folded = fold(words)
    if not words or max(len(words), len(folded)) > LONGEST or is_personal(folded):
        return None
    return words


def is_personal(folded: str) -> bool:
    """Tell whether text without marks holds what may belong to a person."""
    if _MAIL.search(folded) or _WHOLE_DAY.search(folded) or _NAMED_NUMBER.search(folded):
        return True
    rest = _SCHOOL_YEAR.sub(" ", folded)
    if find_number(rest):
        rest = _DOCUMENT.sub(" ", rest)
    return bool(_NUMBER.search(rest) or _GROUPED_NUMBER.search(_GROUPED.sub("", rest)))
