"""Names that may not be torn apart at the end of a line."""

import re
from functools import lru_cache

from django.utils.translation import get_language

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

PHRASES = (
    "Tiểu học", "Mầm non", "Trung học", "Mẫu giáo", "Giáo dục", "Đào tạo", "Phổ thông",
    "Dân tộc", "Nội trú", "Bán trú", "Văn hóa", "Xã hội",
    "tiểu học", "mầm non", "trung học", "mẫu giáo", "giáo dục", "đào tạo", "phổ thông", "Quảng Trị",
)  # fmt: skip

# Words that open the name of a body but are not part of a person's or a place's name.
OPENERS = frozenset({
    "Trường", "Sở", "Phòng", "Xã", "Phường", "Tỉnh", "Thành", "Ban", "Bộ", "Cổng", "Trung", "Tiểu", "Mầm", "Mẫu",
    "Giáo", "Đào", "Phổ", "Cô", "Thầy", "Em", "Ông", "Bà", "Kế", "Quyết",
})  # fmt: skip

_PHRASE = re.compile("|".join(PHRASES))
_SYLLABLE = re.compile(r"[^\W\d_a-z][^\W\d_]*")
_LONGEST_NAME = 3


def bind_names(text: str) -> str:
    """Return the text with its Vietnamese names bound; English pages break between any two words."""
    return _bound(text) if (get_language() or "vi").startswith("vi") else text


@lru_cache(maxsize=4096)
def _bound(text: str) -> str:
    """Return the text with a no-break space inside set phrases and proper names: "Tiểu học", "Khe Sanh", "Lê Quý Đôn".

    A name is a run of two or three capitalized syllables; longer runs stay breakable, so that a phone never overflows.
    """
    words = _PHRASE.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text).split(" ")
    bound: list[str] = []
    run = 0
    for word in words:
        run = run + 1 if _is_name_syllable(word) and run < _LONGEST_NAME else int(_is_name_syllable(word))
        if run > 1:
            bound[-1] += NO_BREAK_SPACE + word
        else:
            bound.append(word)
        if not word[-1:].isalpha():
            run = 0
    return " ".join(bound)


def monogram(name: str) -> str:
    """Return two letters for a unit: "Trường TH&THCS Ba Lòng" → "BL". One letter when the name is one syllable.

    Taken from the last run of capitalized syllables, since a proper name closes the names of units.
    """
    letters = ""
    for word in reversed(name.split()):
        if not _is_name_syllable(word):
            if letters:
                break
            continue
        letters = word[0] + letters
    return (letters or name[:1]).upper()[-2:]


def _is_name_syllable(word: str) -> bool:
    bare = word.rstrip('.,;:!?”")')
    return bare not in OPENERS and bare.istitle() and bool(_SYLLABLE.fullmatch(bare))
