"""Kinds and communes: data every installation starts with. Safe to run again; never removes what staff added."""

import json
from pathlib import Path

from core.text.sort_key import sort_key
from tenants.units.models import Commune, Kind, RegisterVersion

_DATA = Path(__file__).parent / "data"


def seed_register() -> None:
    """Write kinds, communes and the register's version row that are missing. About 10 queries when all are there."""
    RegisterVersion.objects.get_or_create(pk=1)
    _seed_communes()
    _seed_kinds()


def _seed_communes() -> None:
    rows = json.loads((_DATA / "communes.json").read_text(encoding="utf-8"))
    Commune.objects.bulk_create(
        [Commune(**row, sort_key=sort_key(row["name"])) for row in rows],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "full_name", "sort_key"],
    )


def _seed_kinds() -> None:
    rows = json.loads((_DATA / "kinds.json").read_text(encoding="utf-8"))
    Kind.objects.bulk_create(
        [
            Kind(
                slug=row["slug"], name=row["name"], tier=row["tier"], site_template=row["site_template"], position=place
            )
            for place, row in enumerate(rows)
        ],
        ignore_conflicts=True,
    )
    parents = Kind.allowed_parents.through.objects
    parents.bulk_create(
        [
            Kind.allowed_parents.through(from_kind_id=row["slug"], to_kind_id=parent)
            for row in rows
            for parent in row["under"]
        ],
        ignore_conflicts=True,
    )
