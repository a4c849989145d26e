"""What the words of a list mean in the register: kinds, communes and levels, however they are written."""

import re

from core.text.fold import fold
from tenants.units.models import Commune, Kind, SchoolLevel

_LEVELS = {
    "mam non": "mam-non", "mn": "mam-non", "mau giao": "mam-non",
    "tieu hoc": "tieu-hoc", "th": "tieu-hoc", "cap 1": "tieu-hoc", "cap i": "tieu-hoc",
    "thcs": "thcs", "trung hoc co so": "thcs", "cap 2": "thcs", "cap ii": "thcs",
    "thpt": "thpt", "trung hoc pho thong": "thpt", "cap 3": "thpt", "cap iii": "thpt",
    "gdtx": "gdtx", "gdnn-gdtx": "gdtx", "gdnn - gdtx": "gdtx", "giao duc thuong xuyen": "gdtx",
}  # fmt: skip
# Long names and the letters everybody writes for them; applied in this order to folded words.
_SHORT = (
    ("trung hoc pho thong", "thpt"),
    ("trung hoc co so", "thcs"),
    ("tieu hoc", "th"),
    ("mam non", "mn"),
    ("dan toc noi tru", "dtnt"),
    ("dan toc ban tru", "dtbt"),
    ("pho thong dt", "ptdt"),
    ("giao duc nghe nghiep", "gdnn"),
    ("giao duc thuong xuyen", "gdtx"),
    ("giao duc va dao tao", "gddt"),
    ("gd dt", "gddt"),
    ("uy ban nhan dan", "ubnd"),
)
_NOISE = re.compile(r"\b(?:truong|trung tam|va)\b|[^a-z0-9 ]")
_PLACE = re.compile(r"^(?:xa|phuong|dac khu)\s+|^(?:p|x)\.\s*")


def kinds_by_word() -> dict[str, Kind]:
    """Return every kind under the words that mean it. One query; look up with kind_key."""
    found: dict[str, Kind] = {}
    for kind in Kind.objects.all():
        for word in (kind.slug, kind.name):
            found.setdefault(kind_key(word), kind)
    return found


def kind_key(word: str) -> str:
    """Return one spelling for all of a kind: "Trường Tiểu học và THCS", "TH&THCS" and "th-thcs" are "th thcs"."""
    key = fold(word).replace("-", " ").replace("&", " ")
    for long, short in _SHORT:
        key = key.replace(long, short)
    return " ".join(_NOISE.sub(" ", key).split())


def communes_by_word() -> dict[str, Commune]:
    """Return every commune under its code and its name without "xã" or "phường". One query; look up with place_key."""
    communes = list(Commune.objects.all())
    names = {place_key(commune.name): commune for commune in communes}
    return names | {commune.code: commune for commune in communes}


def place_key(word: str) -> str:
    """Return one spelling for all of a commune: "Xã Hướng Hoá", "huong hoa" and "X. Hướng Hóa" are "huong hoa"."""
    return _PLACE.sub("", " ".join(fold(word).split()))


def level_slugs(text: str) -> tuple[list[str], list[str]]:
    """Return the levels a cell names, in their order, and the words in it that name none."""
    slugs, unknown = set(), []
    for word in re.split(r"[,;/+&]|\s[vV]à\s|\sva\s", text):
        folded = " ".join(fold(word).split())
        slug = folded if folded in SchoolLevel.values else _LEVELS.get(folded)
        if slug:
            slugs.add(slug)
        elif folded:
            unknown.append(word.strip())
    return sorted(slugs, key=SchoolLevel.values.index), unknown
