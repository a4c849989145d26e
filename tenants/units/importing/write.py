"""Writing a checked list into the register: all rows in one transaction, sites after it, one by one."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from core.identity.models import Identity
from tenants.units.actions.change_unit import change_unit
from tenants.units.actions.provision_site import ProvisionError, provision_site
from tenants.units.actions.register_unit import register_unit
from tenants.units.importing.check import Checker, Planned
from tenants.units.importing.columns import label
from tenants.units.importing.read import read_list
from tenants.units.importing.report import Problem, Report
from tenants.units.models import Unit, UnitSite


def check_list(content: bytes) -> Report:
    """Read a list without writing. Raise ListError when it is no list at all."""
    return _report(Checker(), content)[0]


def write_list(*, content: bytes, by: Identity | None, at: datetime) -> Report:
    """Write a list into the register when it has no problem, whole or not at all. by: None for a command."""
    report, planned = _report(Checker(), content)
    if report.may_be_written:
        with transaction.atomic():
            for row in _parents_first(planned):
                _write(row, by=by, at=at)
    return report


def make_sites(*, content: bytes, at: datetime, progress: Callable[[int], None] = lambda done: None) -> list[Problem]:
    """Make the sites that rows with a host ask for, each in a transaction of its own; return what was refused."""
    problems = []
    checker = Checker().check(read_list(content))
    wanted = [row for row in checker.planned if row.host]
    have = set(UnitSite.objects.values_list("unit__code", flat=True))
    for done, row in enumerate(wanted, start=1):
        if row.facts.code not in have:
            unit = Unit.objects.select_related("kind", "commune").get(code=row.facts.code)
            try:
                provision_site(unit=unit, host=row.host, request_id=uuid.uuid5(unit.uuid, row.host), at=at)
            except ProvisionError as refusal:
                problems.append(Problem(row.row, label("host"), str(refusal)))
        progress(done)
    return problems


def _report(checker: Checker, content: bytes) -> tuple[Report, list[Planned]]:
    rows = read_list(content)
    checker.check(rows)
    known = set(Unit.objects.values_list("code", flat=True))
    have = set(UnitSite.objects.values_list("unit__code", flat=True))
    codes = [row.facts.code for row in checker.planned]
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


def _parents_first(planned: list[Planned]) -> list[Planned]:
    """Order rows so that a parent of the same list is entered before its children; a circle is left to the database."""
    by_code = {row.facts.code.lower(): row for row in planned}
    ordered: dict[str, Planned] = {}

    def add(row: Planned, above: frozenset[str]) -> None:
        code = row.facts.code.lower()
        if code in ordered or code in above:
            return
        for parent in (row.parent, row.professional_parent):
            if parent.lower() in by_code:
                add(by_code[parent.lower()], above | {code})
        ordered[code] = row

    for row in planned:
        add(row, frozenset())
    return list(ordered.values())


def _write(row: Planned, *, by: Identity | None, at: datetime) -> None:
    facts = replace(
        row.facts,
        administrative_parent=_unit(row.parent),
        professional_parent=_unit(row.professional_parent),
    )
    existing = Unit.objects.filter(code=facts.code).first()
    if existing is None:
        register_unit(facts=facts, by=by, at=at)
    else:
        change_unit(unit=existing, facts=facts, by=by, at=at)


def _unit(code: str) -> Unit | None:
    return Unit.objects.filter(code__iexact=code).first() if code else None
