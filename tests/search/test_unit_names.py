"""Which units a question calls by name: pure, over a register of six."""

from uuid import UUID

import pytest

from search.suggest.unit_names import NamedUnit, UnitNames
from tenants.registry.folding import folded_words

NAMES = (
    "Trường Tiểu học An Bình",
    "Trường Mầm non An Bình",
    "Trường THPT Đông Hà",
    "Trường THPT Nam Đông Hà",
    "Trường Mầm non Hoa",
    "Ủy ban nhân dân xã An Bình",
)
UNITS = {
    key: NamedUnit(pk=key, uuid=UUID(int=key), name=name, slug=str(key), place="", host="")
    for key, name in enumerate(NAMES)
}
REGISTER = UnitNames(UNITS, [*((unit, unit.name) for unit in UNITS.values()), (UNITS[2], "Trường THCS Lê Lợi")])


@pytest.mark.parametrize(
    ("typed", "meant", "rest"),
    [
        ("tiểu học an bình tuyển sinh", [0], "tuyen sinh"),
        ("lịch nghỉ tết trường mầm non an bình", [1], "lich nghi tet"),
        ("an binh", [0, 1, 5], ""),
        ("xã an bình", [5], ""),
        ("thpt nam đông hà tuyển sinh", [3], "tuyen sinh"),
        ("thpt dong ha", [2], ""),
        ("học bổng lê lợi", [2], "hoc bong"),
        ("vườn hoa", [], "vuon hoa"),
        ("bình an", [], "binh an"),
        ("tiểu học", [], "tieu hoc"),
        ("", [], ""),
    ],
)
def test_unit_is_meant_when_all_its_own_words_stand_side_by_side(typed: str, meant: list[int], rest: str) -> None:
    words = folded_words(typed)
    units, span = REGISTER.named_in(words, frozenset(words))
    assert sorted(unit.pk for unit, _former in units) == meant
    assert " ".join([*words[: span.start], *words[span.stop :]]) == rest


def test_name_that_many_share_names_none() -> None:
    many = {
        key: NamedUnit(pk=key, uuid=UUID(int=key), name="Trường Tiểu học Kim Đồng", slug=str(key), place="", host="")
        for key in range(4)
    }
    words = folded_words("tiểu học kim đồng")
    assert UnitNames(many, ((unit, unit.name) for unit in many.values())).named_in(words, frozenset(words))[0] == []
