"""What staff and the register say reaches the questions: at once here, within a quarter minute elsewhere."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.vocabulary import current
from search.vocabulary.current import CHECK_SECONDS, current_vocabulary
from search.vocabulary.expansion import expand
from search.vocabulary.models import Spelling, Strength, Synonym
from search.vocabulary.rules import Content, check
from tenants.registry.folding import folded_text
from tenants.units.actions.change_unit import change_unit
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.hosts import raise_register_version
from tenants.units.models import Unit
from tests.support.network import make_unit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def asked(text: str) -> set[str]:
    return {spelling.text for spelling in expand(text, current_vocabulary()).spellings}


@pytest.fixture
def clock(monkeypatch):
    """Return a function that lets seconds pass."""
    passed = [0.0]
    monkeypatch.setattr(current.time, "monotonic", lambda: 1_000_000 + passed[0])

    def wait(seconds: float) -> None:
        passed[0] += seconds

    return wait


def test_first_list_keeps_the_rules_for_what_may_be_entered():
    synonyms = Synonym.objects.prefetch_related("spellings")
    assert len(synonyms) > 60
    for synonym in synonyms:
        forms = list(synonym.spellings.all())
        assert all(form.folded == folded_text(form.text) for form in forms)
        check(
            Content(
                strength=Strength(synonym.strength),
                short=tuple(form.text for form in forms if form.is_short),
                long=tuple(form.text for form in forms if not form.is_short),
            ),
            but=synonym.pk,
        )


def test_change_of_another_process_is_asked_after_the_next_check_and_costs_one_query_between(clock):
    assert asked("VSATTP") == {"VSATTP"}
    synonym = Synonym.objects.create(strength=Strength.STRONG)
    Spelling.objects.create(synonym=synonym, is_short=True, text="VSATTP", folded="vsattp")
    Spelling.objects.create(synonym=synonym, is_short=False, text="an toàn thực phẩm", folded="an toan thuc pham")
    clock(CHECK_SECONDS - 1)
    with CaptureQueriesContext(connection) as queries:
        assert asked("VSATTP") == {"VSATTP"}
    assert len(queries) == 0
    clock(2)
    assert asked("VSATTP") == {"VSATTP", "an toàn thực phẩm"}
    clock(CHECK_SECONDS + 1)
    with CaptureQueriesContext(connection) as queries:
        assert asked("an toan thuc pham") == {"VSATTP", "an toàn thực phẩm"}
    assert len(queries) == 1
    synonym.is_active = False
    synonym.save()
    clock(CHECK_SECONDS + 1)
    assert asked("VSATTP") == {"VSATTP"}


def rename(unit: Unit, name: str) -> None:
    facts = UnitFacts(code=unit.code, kind=unit.kind, name=name, commune=unit.commune, levels=unit.levels)
    change_unit(unit=unit, facts=facts, by=None, at=AT)


def test_former_name_of_a_unit_and_its_new_one_stand_for_each_other(an_binh, clock):
    assert asked("tieu hoc an binh") == {"tiểu học an binh", "TH an binh"}
    rename(an_binh.unit, "Trường Tiểu học Lê Lợi")
    clock(CHECK_SECONDS + 1)
    both = {"Tiểu học Lê Lợi", "TH Lê Lợi", "Tiểu học An Bình", "TH An Bình"}
    assert asked("tieu hoc an binh") == both
    assert asked("Trường TH An Bình") == {f"Trường {name}" for name in both}
    assert asked("th le loi") == both


def test_name_that_passed_to_another_unit_leads_to_nobody_who_had_it_before(an_binh, phu_hoa, clock):
    rename(an_binh.unit, "Trường Tiểu học Lê Lợi")
    rename(phu_hoa.unit, "Trường Tiểu học An Bình")
    clock(CHECK_SECONDS + 1)
    assert not {"Tiểu học Lê Lợi", "TH Lê Lợi"} & asked("tieu hoc an binh")


def test_name_of_a_closed_unit_leads_to_the_end_of_its_successors_and_not_back(clock):
    last = make_unit("xa-1", "tieu-hoc", "Trường Tiểu học và THCS Hải Lăng")
    middle = make_unit("xa-2", "tieu-hoc", "Trường Tiểu học số 2 Hải Lăng")
    first = make_unit("xa-3", "tieu-hoc", "Trường Tiểu học Hải Thọ")
    for unit, successor in ((first, middle), (middle, last)):
        Unit.objects.filter(pk=unit.pk).update(status="closed", successor=successor)
    raise_register_version()
    clock(CHECK_SECONDS + 1)
    assert {"Tiểu học và THCS Hải Lăng", "Tiểu học Hải Thọ"} <= asked("tieu hoc hai tho")
    assert "Tiểu học Hải Thọ" not in asked("Tiểu học và THCS Hải Lăng")


def test_units_that_succeed_each_other_lead_nowhere(clock):
    one, other = (make_unit(f"xa-{n}", "tieu-hoc", f"Trường Tiểu học Vĩnh Linh số {n}") for n in (1, 2))
    Unit.objects.filter(pk=one.pk).update(status="closed", successor=other)
    Unit.objects.filter(pk=other.pk).update(status="closed", successor=one)
    raise_register_version()
    clock(CHECK_SECONDS + 1)
    assert asked("Vĩnh Linh số 1") == {"Vĩnh Linh số 1"}
