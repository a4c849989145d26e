"""From rows to facts of units, or to the sentences that say what to correct; nothing is written here."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.text.fold import fold
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.importing.columns import label
from tenants.units.importing.read import Row
from tenants.units.importing.report import Problem
from tenants.units.models import Commune, Domain, Kind, SchoolLevel, Unit

_Found = TypeVar("_Found")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_HOST = re.compile(r"(?:https?://)?(?P<host>[a-z0-9.-]+\.[a-z0-9-]+|[a-z0-9-]+)/?", re.IGNORECASE)
_LEVELS = {
    "mam non": "mam-non", "mn": "mam-non", "mau giao": "mam-non",
    "tieu hoc": "tieu-hoc", "th": "tieu-hoc", "cap 1": "tieu-hoc",
    "thcs": "thcs", "trung hoc co so": "thcs", "cap 2": "thcs",
    "thpt": "thpt", "trung hoc pho thong": "thpt", "cap 3": "thpt",
    "gdtx": "gdtx", "gdnn-gdtx": "gdtx", "gdnn - gdtx": "gdtx", "giao duc thuong xuyen": "gdtx",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that may be written. parent codes may name a unit of the same list, so they are resolved at writing."""

    row: int
    facts: UnitFacts
    host: str
    parent: str
    professional_parent: str


@dataclass(slots=True)
class Checker:
    """Looks each row's words up in what the register knows, read once: about 5 queries however long the list."""

    planned: list[Planned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _kinds: dict[str, Kind] = field(default_factory=dict)
    _communes: dict[str, Commune] = field(default_factory=dict)
    _codes: dict[str, int] = field(default_factory=dict)
    _hosts: dict[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def check(self, rows: list[Row]) -> "Checker":
        self._read_register()
        for row in rows:
            self._check_row(row)
        for planned in self.planned:
            self._check_parents(planned)
        return self

    def _read_register(self) -> None:
        for kind in Kind.objects.all():
            for word in (kind.slug, kind.name, kind.name.removeprefix("Trường ")):
                self._kinds.setdefault(fold(word), kind)
        for commune in Commune.objects.all():
            for word in (commune.code, commune.full_name, commune.name):
                self._communes.setdefault(fold(word), commune)
        self._known = {code.lower(): code for code in Unit.objects.values_list("code", flat=True)}
        self._hosts = dict(Domain.objects.values_list("domain", "tenant__unit__code"))

    def _check_row(self, row: Row) -> None:
        before = len(self.problems)
        code = self._code(row)
        kind = self._look_up(
            row, "kind", self._kinds.get, _("Không có loại đơn vị “%(word)s”. Hãy dùng một loại trong danh mục.")
        )
        commune = self._look_up(
            row, "commune", self._commune, _("Không có xã, phường “%(word)s” trong tỉnh. Hãy xem lại tên hoặc mã.")
        )
        name = row.values.get("name", "")
        if not name:
            self._add(row, "name", _("Dòng này chưa có tên đơn vị."))
        email = self._email(row)
        host = self._host(row, code)
        levels = self._level_slugs(row)
        if len(self.problems) > before or kind is None:
            return
        values = row.values
        facts = UnitFacts(
            code=code,
            kind=kind,
            name=name,
            short_name=values.get("short_name", ""),
            commune=commune,
            levels=levels,
            address=values.get("address", ""),
            phone=values.get("phone", ""),
            email=email,
            responsible_person=values.get("responsible_person", ""),
        )
        self.planned.append(
            Planned(row.number, facts, host, values.get("parent", ""), values.get("professional_parent", ""))
        )

    def _code(self, row: Row) -> str:
        code = row.values.get("code", "")
        if not _CODE.fullmatch(code):
            self._add(
                row,
                "code",
                _("Mã “%(code)s” không đúng. Mã gồm chữ không dấu, số, dấu gạch, tối đa 40 ký tự.") % {"code": code},
            )
        elif code.lower() in self._codes:
            self._add(row, "code", _("Mã này đã có ở dòng %(row)d.") % {"row": self._codes[code.lower()]})
        else:
            self._codes[code.lower()] = row.number
        return self._known.get(code.lower(), code)

    def _look_up(self, row: Row, name: str, find: Callable[[str], _Found | None], sentence: str) -> _Found | None:
        word = row.values.get(name, "")
        found = find(fold(word)) if word else None
        if found is None and (word or name == "kind"):
            self._add(row, name, sentence % {"word": word})
        return found

    def _commune(self, word: str) -> Commune | None:
        bare = re.sub(r"^(xa|phuong|dac khu)\s+", "", word)
        return self._communes.get(word) or self._communes.get(bare)

    def _level_slugs(self, row: Row) -> list[str]:
        slugs = []
        for word in re.split(r"[,;/+&]| và ", row.values.get("levels", "")):
            if not (folded := fold(word).strip()):
                continue
            slug = folded if folded in SchoolLevel.values else _LEVELS.get(folded)
            if slug is None:
                self._add(
                    row,
                    "levels",
                    _("Không hiểu cấp học “%(word)s”. Ví dụ đúng: Tiểu học, THCS.") % {"word": word.strip()},
                )
            else:
                slugs.append(slug)
        return sorted(set(slugs), key=SchoolLevel.values.index)

    def _email(self, row: Row) -> str:
        email = row.values.get("email", "")
        if email:
            try:
                validate_email(email)
            except ValidationError:
                self._add(
                    row, "email", _("Thư điện tử “%(email)s” không đúng. Ví dụ đúng: lan@gmail.com.") % {"email": email}
                )
        return email

    def _host(self, row: Row, code: str) -> str:
        word = row.values.get("host", "")
        if not word:
            return ""
        match = _HOST.fullmatch(word)
        host = match["host"].lower() if match else ""
        if not host:
            self._add(
                row,
                "host",
                _("Tên miền “%(host)s” không đúng. Ví dụ đúng: thkhesanh.quangtri.edu.vn.") % {"host": word},
            )
        elif self._hosts.setdefault(host, code) != code:
            self._add(row, "host", _("Tên miền “%(host)s” đã thuộc về đơn vị khác.") % {"host": host})
        return host

    def _check_parents(self, planned: Planned) -> None:
        for name, code in (("parent", planned.parent), ("professional_parent", planned.professional_parent)):
            if code and code.lower() not in self._known and code.lower() not in self._codes:
                problem = _("Không có đơn vị nào mang mã “%(code)s”. Hãy ghi mã của đơn vị quản lý.") % {"code": code}
                self.problems.append(Problem(planned.row, label(name), problem))
            elif code and code.lower() == planned.facts.code.lower():
                self.problems.append(Problem(planned.row, label(name), _("Đơn vị không thể thuộc về chính mình.")))

    def _add(self, row: Row, name: str, sentence: str) -> None:
        self.problems.append(Problem(row.number, label(name), sentence))
