"""Numbers of official documents (số, ký hiệu): one key for every way of typing them.

Shapes seen in practice: `1682/QĐ-SGDĐT` (number/type-organ), `53/2012/TT-BGDĐT` (with the year), `5711/SGDĐT-KTKĐ`
(a công văn: organ-room, no type), `91/2025/QH15` (a law), `29-NQ/TW` (a party document). Source: docs/glossary.md,
"số/ký hiệu"; NĐ 30/2020.
"""

import re
from dataclasses import dataclass

from core.text.fold import fold
from core.text.normalize import clean_text
from core.text.syllable import is_bare_syllable

# Types that may open the symbol, folded. HĐ and HD, ĐA and DA fall together here as they do for a hurried typist.
_ADMINISTRATIVE = "nq qd ct qc qyd tc tb hd ctr kh pa da bc bb ttr cd bgn btt guq gm ggt gnp pg pc pb cv"  # NĐ 30/2020
_NORMATIVE_OR_PARTY = "tt ttlt nd pl vbhn l lct sl kl qdi"
KINDS = frozenset(_ADMINISTRATIVE.split() + _NORMATIVE_OR_PARTY.split())

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_LABEL = re.compile(r"^(?:so(?:\s*[/,]?\s*ky hieu)?\s*[:.]?|cv so|cong van so|van ban so)\s*(?=\d)")
_LOOSE = re.compile(r"\s*([/\-])\s*|\s*&\s*")
_SPLIT_MINISTRY = re.compile(r"(?<=gd)[\s-](?=dt(?![a-z]))")  # SGD-ĐT, SGD ĐT → SGDĐT
# File names cannot hold a slash: 1682-QD-SGDDT, 1682_QĐ-SGDĐT, 1682 QĐ-SGDĐT.
_LOST_SLASH = re.compile(rf"^(\d{{1,5}}[a-z]?)[-_ ](?=(?:{'|'.join(sorted(KINDS))})-)")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")

_SYMBOL = r"[a-z]{2}[a-z0-9]*(?:[-/][a-z0-9]+)*"  # two letters: 10/A1 is a class
_NUMBER = re.compile(
    rf"(?P<number>\d{{1,5}}[a-z]?)(?:/(?P<year>(?:19|20)\d\d))?(?P<party>-)?(?(party)|/)(?P<symbol>{_SYMBOL})"
)
_EMBEDDED = re.compile(rf"(?<![\w/.-]){_NUMBER.pattern}(?![\w/])")
# What a number looks like while it is still being typed. A year begins with 1 or 2, so 8/3 and 20/11 stay dates.
_BEGUN_SYMBOL = rf"(?:{_SYMBOL}[-/]?|[a-z])?"
_BEGUN = re.compile(rf"\d{{1,5}}[a-z]?/(?:1|2|19\d?|20\d?|(?:19|20)\d\d(?:/{_BEGUN_SYMBOL})?|{_BEGUN_SYMBOL})")
# Typed without any sign: "1682 qd sgddt", "09 2024 tt bgddt". The organ must be no syllable: "12 tb truong" is none.
_SPACED = re.compile(
    rf"(?<![\w/.-])(?P<number>\d{{1,5}}[a-z]?)(?:[ /](?P<year>(?:19|20)\d\d))?[ /]"
    rf"(?P<kind>{'|'.join(sorted(KINDS))})[ /-](?P<organ>[a-z]{{2}}[a-z0-9]*(?:-[a-z0-9]+)*)(?![\w/])"
)
_CALLED = {
    "quyet dinh": "qd", "nghi quyet": "nq", "chi thi": "ct", "ke hoach": "kh", "thong bao": "tb", "huong dan": "hd",
    "bao cao": "bc", "to trinh": "ttr", "thong tu": "tt", "nghi dinh": "nd", "cong van": "", "van ban": "", "luat": "",
}  # fmt: skip
_WITH_YEAR = frozenset({"tt", "nd"})
# "quyết định 1682", "thông tư 36 năm 2017", "1682": what a document is called, nothing else in the question.
_NAMED = re.compile(
    rf"(?:(?P<called>{'|'.join([*_CALLED, *sorted(KINDS)])})\s+)?(?:so\s+)?(?P<number>\d{{1,5}}[a-z]?)"
    r"(?:(?:\s*/\s*|\s+)(?:nam\s+)?(?P<year>(?:19|20)\d\d))?"
)
_DAY_AND_MONTH = re.compile(r"(?:[0-2]?\d|3[01])/[12]")
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)/((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """One number taken apart; every part is folded: lower case, no marks, no `&`, no leading zeros."""

    number: str  # "1682", "12a"
    year: int | None
    kind: str  # "qd"; empty for a công văn or a law
    organ: str  # "sgddt"
    room: str  # "ktkd"; "bnv" where two organs sign together; may be empty
    is_party: bool = False  # 29-NQ/TW: the dash and the slash change places

    @property
    def key(self) -> str:
        """The canonical spelling, equal for every variant: `1682/qd-sgddt`."""
        segments = [part for part in (self.kind, self.organ, self.room) if part]
        if self.is_party:
            return f"{self.number}-{segments[0]}/{'-'.join(segments[1:])}"
        year = f"{self.year}/" if self.year else ""
        return f"{self.number}/{year}{'-'.join(segments)}"


def number_key(text: str) -> str:
    """Return a typed number, whole or only begun, in the spelling of `DocumentNumber.key`.

    Case, marks, composition, spaces, kinds of dash, `&`, a leading "Số:" and leading zeros make no difference.
    Text that is no number comes back folded and otherwise useless.
    """
    folded = fold(clean_text(text)).translate(_DASHES).strip(" .,;:()\t\n")
    folded = _LOOSE.sub(lambda match: match[1] or "", _LABEL.sub("", folded))
    folded = _LOST_SLASH.sub(r"\1/", _SPLIT_MINISTRY.sub("", folded))
    return _LEADING_ZEROS.sub("", folded)


def parse_number(text: str) -> DocumentNumber | None:
    """Take a typed number apart, or return None when `text` as a whole is not one."""
    match = _NUMBER.fullmatch(number_key(text))
    return _from_match(match) if match else None


def find_number(query: str) -> str | None:
    """Return the key of the number a search query means, or None.

    The number may stand inside a sentence ("quyết định 1682/QĐ-SGDĐT về …") or be all of the query and unfinished
    ("1682/q", "53/20"): look up documents whose key equals the result, then those whose key begins with it. Dates
    (20/11, 8/3/2026) and school years (2025/2026) are not numbers; 3/2 is taken for a date.
    """
    key = number_key(query)
    number = parse_number(key)
    if number:
        return number.key
    if _BEGUN.fullmatch(key):
        return None if _DAY_AND_MONTH.fullmatch(key) or _is_school_year(key) else key
    # Inside a sentence only a symbol of several parts counts: "30/tuần" is no number.
    found = (_from_match(match) for match in _EMBEDDED.finditer(key) if "-" in match[0])
    return next((number.key for number in found if number), None) or _spaced_number(key)


def find_named(query: str) -> tuple[str, int | None] | None:
    """Return what the numbers of the documents begin with that the whole query calls by number, and their year.

    "quyết định 1682" → ("1682/qd", None), "thông tư 36 2017" → ("36/2017/tt", None), "1682 năm 2025" → ("1682/", 2025):
    the year of issue, where a number does not carry it. One figure alone, dates and everything else give None.
    """
    match = _NAMED.fullmatch(" ".join(fold(clean_text(query)).split()))
    if match is None or not (match["called"] or len(match["number"]) > 1) or _DAY_AND_MONTH.fullmatch(match[0]):
        return None
    number, year = _LEADING_ZEROS.sub("", match["number"]), match["year"]
    kind = _CALLED.get(match["called"] or "", match["called"] or "")
    if kind in _WITH_YEAR:
        return (f"{number}/{year}/{kind}" if year else f"{number}/"), None
    return f"{number}/{kind}", int(year) if year else None


def _spaced_number(key: str) -> str | None:
    found = (match for match in _SPACED.finditer(key) if not is_bare_syllable(match["organ"]))
    spelled = (
        "/".join(filter(None, [match["number"], match["year"], f"{match['kind']}-{match['organ']}"])) for match in found
    )
    return next((number.key for number in map(parse_number, spelled) if number), None)


def _from_match(match: re.Match[str]) -> DocumentNumber | None:
    segments = re.split("[-/]", match["symbol"])
    kind = segments.pop(0) if segments[0] in KINDS else ""
    is_party = match["party"] is not None
    if (is_party and not (kind and segments)) or not (kind or segments):
        return None
    return DocumentNumber(
        number=_LEADING_ZEROS.sub("", match["number"]),
        year=int(match["year"]) if match["year"] else None,
        kind=kind,
        organ=segments[0] if segments else "",
        room="-".join(segments[1:]),
        is_party=is_party,
    )


def _is_school_year(key: str) -> bool:
    match = _SCHOOL_YEAR.fullmatch(key)
    return match is not None and int(match[2]) == int(match[1]) + 1
