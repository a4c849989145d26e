"""Writing a checked list into the register: all rows in one transaction, sites after it, one by one."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from core.identity.models import Identity
from tenants.units.actions.change_unit import change_units
from tenants.units.actions.make_unit_site import make_unit_site
from tenants.units.actions.provision_site import ProvisionError
from tenants.units.actions.register_unit import UnitFacts, register_units
from tenants.units.importing.check import Checker, Planned
from tenants.units.importing.columns import label
from tenants.units.importing.read import read_list
from tenants.units.importing.report import Problem, Report
from tenants.units.models import Unit, UnitSite

# An empty cell says nothing: it keeps what the register knows. The short name goes with the name it belonged to.
_KEPT = ("commune", "levels", "address", "phone", "email", "responsible_person")


def check_list(content: bytes) -> Report:
    """Read a list without writing. Raise ListError when it is no list at all."""
    return _report(content)[0]


def write_list(*, content: bytes, by: Identity | None, at: datetime) -> Report:
    """Write a list into the register when it has no problem, whole or not at all. by: None for a command.

    5,000 rows take some seconds (tests/tenants/importing).
    """
    report, planned = _report(content)
    if report.may_be_written:
        with transaction.atomic():
            _write(planned, new=set(report.new), by=by, at=at)
    return report


def make_sites(
    *,
    content: bytes,
    by: Identity | None,
    at: datetime,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Problem]:
    """Make the sites that rows with a host ask for, each in a transaction of its own; return what was refused.

    progress: called with the number of sites looked after so far. Safe to repeat after a kill.
    """
    problems = []
    report, planned = _report(content)
    wanted = [row for row in planned if row.facts.code in set(report.sites)]
    for done, row in enumerate(wanted, start=1):
        unit = Unit.objects.select_related("kind", "commune").get(code=row.facts.code)
        try:
            make_unit_site(unit=unit, host=row.host, request_id=uuid.uuid5(unit.uuid, row.host), by=by, at=at)
        except ProvisionError as refusal:
            problems.append(Problem(row.row, label("host"), str(refusal)))
        progress(done)
    return problems


def _report(content: bytes) -> tuple[Report, list[Planned]]:
    rows = read_list(content)
    checker = Checker().check(rows)
    codes = [row.facts.code for row in checker.planned]
    known = set(Unit.objects.values_list("code", flat=True))
    have = set(UnitSite.objects.values_list("unit__code", flat=True))
    return (
        Report(
            rows=len(rows),
            new=[code for code in codes if code not in known],
            changed=[code for code in codes if code in known],
            sites=[row.facts.code for row in checker.planned if row.host and row.facts.code not in have],
            problems=sorted(checker.problems, key=lambda problem: (problem.row, problem.column)),
        ),
        checker.planned,
    )


def _write(planned: list[Planned], *, new: set[str], by: Identity | None, at: datetime) -> None:
    units = {
        unit.code.lower(): unit for unit in Unit.objects.select_related("kind", "commune", "administrative_parent")
    }
    for generation in _generations([row for row in planned if row.facts.code in new]):
        for unit in register_units(facts=[_with_parents(row, units) for row in generation], by=by, at=at):
            units[unit.code.lower()] = unit
    changes = []
    for row in planned:
        if row.facts.code not in new:
            unit = units[row.facts.code.lower()]
            changes.append((unit, _kept_where_empty(_with_parents(row, units), unit)))
    change_units(changes=changes, by=by, at=at)


def _generations(planned: list[Planned]) -> Iterator[list[Planned]]:
    """Yield the rows in such an order that parents of the same list come before their children."""
    waiting = {row.facts.code.lower(): row for row in planned}
    while waiting:
        ready = [row for row in waiting.values() if not any(code in waiting for code in row.parents)]
        for row in ready:
            del waiting[row.facts.code.lower()]
        yield ready


def _with_parents(row: Planned, units: dict[str, Unit]) -> UnitFacts:
    return replace(
        row.facts,
        administrative_parent=units.get(row.parent.lower()),
        professional_parent=units.get(row.professional_parent.lower()),
    )


def _kept_where_empty(facts: UnitFacts, unit: Unit) -> UnitFacts:
    short_name = unit.short_name if facts.name == unit.name else ""
    kept = {name: getattr(unit, name) for name in _KEPT if not getattr(facts, name)}
    return replace(facts, short_name=facts.short_name or short_name, **kept)
