"""The demo's administrative procedures: of the Sở and of commune offices, each file named after its unit's code."""

import tomllib
from typing import Any

from django.db import transaction

from infra.demo import stream
from infra.demo.texts import CONTENT
from sites.procedures.models import ProcedurePage, ProceduresPage


@transaction.atomic
def add_procedures(code: str) -> None:
    """Publish the procedures of the active unit; a unit that has none written does not show the section."""
    section = ProceduresPage.objects.first()
    if section is None:
        return
    path = CONTENT / "procedures" / f"{code}.toml"
    if not path.exists():
        section.unpublish(log_action=False)
        return
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["procedure"]:
        page = ProcedurePage(live=False, **_fields(row))
        page.clean()
        section.add_child(instance=page)
        page.save_revision(log_action=False).publish(log_action=False)


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    papers = [{"type": "item", "value": _paper(*text.partition("|"))} for text in row.get("dossier", [])]
    return row | {"body": stream.blocks(row.get("body", "")), "dossier": papers}


def _paper(name: str, _bar: str, copies: str) -> dict[str, Any]:
    return {"name": name.strip(), "copies": copies.strip(), "form": None}
