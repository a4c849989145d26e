"""From rows to facts of units, or to the sentences that say what to correct; nothing is written here."""

import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from tenants.units.actions.provision_site import HOST_NAME
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.importing.columns import label
from tenants.units.importing.read import Row
from tenants.units.importing.report import Problem
from tenants.units.importing.words import communes_by_word, kind_key, kinds_by_word, level_slugs, place_key
from tenants.units.models import Commune, Domain, Kind, Unit
from tenants.units.models.kind import SiteTemplate

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_PARENTS = ("parent", "professional_parent")
_LONGEST = {"name": 200, "short_name": 100, "address": 300, "phone": 60, "email": 254, "responsible_person": 150}


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that may be written. Parents are codes, which may name a unit of the same list; "" is none."""

    row: int
    facts: UnitFacts
    host: str
    parent: str
    professional_parent: str

    @property
    def parents(self) -> tuple[str, ...]:
        """Codes of the parents that are named, in lower case."""
        return tuple(code.lower() for code in (self.parent, self.professional_parent) if code)


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
    _portal: str = ""

    def check(self, rows: list[Row]) -> "Checker":
        self._read_register()
        for row in rows:
            self._check_row(row)
        for planned in self.planned:
            self._check_parents(planned)
        self._check_circles()
        return self

    def _read_register(self) -> None:
        self._kinds, self._communes = kinds_by_word(), communes_by_word()
        self._known = {code.lower(): code for code in Unit.objects.values_list("code", flat=True)}
        self._hosts = dict(Domain.objects.values_list("domain", "tenant__unit__code"))
        portal = Unit.objects.filter(site__is_portal=True).values_list("code", flat=True)
        self._portal = portal.first() or ""

    def _check_row(self, row: Row) -> None:
        before = len(self.problems)
        values = row.values
        code = self._code(row)
        kind = self._kind(row)
        for name, longest in _LONGEST.items():
            if len(values.get(name, "")) > longest:
                self._add(row, name, _("Ô này dài quá %(count)d ký tự. Hãy rút gọn.") % {"count": longest})
        if not values.get("name"):
            self._add(row, "name", _("Dòng này chưa có tên đơn vị."))
        self._check_email(row)
        commune, levels = self._commune(row), self._levels(row)
        host = self._host(row, code, kind)
        if len(self.problems) == before and kind is not None:
            facts = UnitFacts(
                code=code,
                kind=kind,
                name=values["name"],
                short_name=values.get("short_name", ""),
                commune=commune,
                levels=levels,
                address=values.get("address", ""),
                phone=values.get("phone", ""),
                email=values.get("email", ""),
                responsible_person=values.get("responsible_person", ""),
            )
            self.planned.append(Planned(row.number, facts, host, *(values.get(name, "") for name in _PARENTS)))

    def _code(self, row: Row) -> str:
        code = row.values.get("code", "")
        if not _CODE.fullmatch(code):
            sentence = _("Mã “%(code)s” không đúng. Mã gồm chữ không dấu, số, dấu gạch, tối đa 40 ký tự.")
            self._add(row, "code", sentence % {"code": code})
        elif code.lower() in self._codes:
            self._add(row, "code", _("Mã này đã có ở dòng %(row)d.") % {"row": self._codes[code.lower()]})
        else:
            self._codes[code.lower()] = row.number
        return self._known.get(code.lower(), code)

    def _kind(self, row: Row) -> Kind | None:
        word = row.values.get("kind", "")
        found = self._kinds.get(kind_key(word)) if word else None
        if found is None:
            sentence = _("Không có loại đơn vị “%(word)s”. Hãy dùng một loại trong danh mục.")
            self._add(row, "kind", sentence % {"word": word})
        return found

    def _commune(self, row: Row) -> Commune | None:
        word = row.values.get("commune", "")
        found = self._communes.get(place_key(word)) if word else None
        if word and found is None:
            sentence = _("Không có xã, phường “%(word)s” trong tỉnh. Hãy xem lại tên hoặc mã.")
            self._add(row, "commune", sentence % {"word": word})
        return found

    def _levels(self, row: Row) -> list[str]:
        slugs, unknown = level_slugs(row.values.get("levels", ""))
        for word in unknown:
            self._add(row, "levels", _("Không hiểu cấp học “%(word)s”. Ví dụ đúng: Tiểu học, THCS.") % {"word": word})
        return slugs

    def _check_email(self, row: Row) -> None:
        if email := row.values.get("email", ""):
            try:
                validate_email(email)
            except ValidationError:
                sentence = _("Thư điện tử “%(email)s” không đúng. Ví dụ đúng: lan@gmail.com.")
                self._add(row, "email", sentence % {"email": email})

    def _host(self, row: Row, code: str, kind: Kind | None) -> str:
        word = row.values.get("host", "").lower()
        if not word:
            return ""
        host = re.sub(r"^https?://", "", word).rstrip("/")
        if sentence := self._host_refusal(host, code, kind):
            self._add(row, "host", sentence % {"host": word})
        return host

    def _host_refusal(self, host: str, code: str, kind: Kind | None) -> str:
        """Return the sentence against a host, with a place for it, or "" when the unit may have it."""
        if not HOST_NAME.fullmatch(host):
            return _("Tên miền “%(host)s” không đúng. Ví dụ đúng: thkhesanh.quangtri.edu.vn.")
        if self._hosts.setdefault(host, code) != code:
            return _("Tên miền “%(host)s” đã thuộc về đơn vị khác.")
        own = [taken for taken, owner in self._hosts.items() if owner == code] if code.lower() in self._known else []
        if any(taken != host for taken in own):
            return _("Đơn vị này đã có tên miền khác. Danh sách không đổi tên miền: hãy bỏ “%(host)s” khỏi ô này.")
        if kind is not None and kind.site_template == SiteTemplate.NONE:
            return _("Loại đơn vị này không có trang riêng. Hãy bỏ “%(host)s” khỏi ô này.")
        if kind is not None and kind.site_template == SiteTemplate.PORTAL and self._portal not in {"", code}:
            return _("Mạng lưới đã có Cổng của Sở. Hãy bỏ “%(host)s” khỏi ô này.")
        return ""

    def _check_parents(self, planned: Planned) -> None:
        for name, code in zip(_PARENTS, (planned.parent, planned.professional_parent), strict=True):
            if code and code.lower() not in self._known and code.lower() not in self._codes:
                problem = _("Không có đơn vị nào mang mã “%(code)s”. Hãy ghi mã của đơn vị quản lý.") % {"code": code}
                self.problems.append(Problem(planned.row, label(name), problem))
            elif code and code.lower() == planned.facts.code.lower():
                self.problems.append(Problem(planned.row, label(name), _("Đơn vị không thể thuộc về chính mình.")))

    def _check_circles(self) -> None:
        """Peel off, again and again, the rows whose parents are clear; what is left stands in a circle or below one."""
        waiting = {planned.facts.code.lower(): planned for planned in self.planned}
        while clear := [code for code, row in waiting.items() if not any(above in waiting for above in row.parents)]:
            for code in clear:
                del waiting[code]
        for row in waiting.values():
            if row.facts.code.lower() not in row.parents:
                sentence = _("Các đơn vị trong danh sách thuộc về nhau thành một vòng. Hãy xem lại mã đơn vị quản lý.")
                self.problems.append(Problem(row.row, label("parent"), sentence))

    def _add(self, row: Row, name: str, sentence: str) -> None:
        self.problems.append(Problem(row.number, label(name), sentence))
