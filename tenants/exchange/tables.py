"""The tables of the docs, rendered from the code that decides, so that the two cannot part."""

from dataclasses import fields

from tenants.exchange.states import ARROWS, FINAL, HIDING_REASONS, State, TakeDownReason
from tenants.units.statuses import EFFECTS, StatusEffect, UnitStatus

HEADS = {
    "public_pages": "public pages",
    "may_log_in": "log-in",
    "may_publish": "may publish",
    "may_send": "may send",
    "listed": "found in search, copies stay",
}


def exchange_page() -> str:
    """Return docs/exchange.md: the ledger's states with the arrows that leave each, and the reasons of a take-down."""
    rows = [f"| `{state}` | {state.label} | {_targets(state)} |" for state in State]
    reasons = [
        f"| `{reason}` | {reason.label} | {'hidden at once' if reason in HIDING_REASONS else 'the desk decides'} |"
        for reason in TakeDownReason
    ]
    return "\n".join(
        [
            "# The ledger's states",
            "",
            "Rendered from `tenants/exchange/states.py` by `manage.py render_tables`; a test compares the two.",
            "An arrow that is not here is refused.",
            "",
            "| State | Vietnamese | May become |",
            "|---|---|---|",
            *rows,
            "",
            "A professional or political post cannot become `published` before a board member of the routed room has",
            "approved it (a database constraint says so too). A new edition of it is approved likewise before it takes",
            "the place of the published one, and what the board declined stays professional. Only the side that took a",
            "post down restores it.",
            "",
            "## Why a post stops being public",
            "",
            "| Reason | Vietnamese | The portal's copy |",
            "|---|---|---|",
            *reasons,
            "",
        ]
    )


def units_page() -> str:
    """Return docs/units.md: what each status of a unit means."""
    columns = [field.name for field in fields(StatusEffect)]
    rows = [
        f"| `{status}` | {status.label} | "
        + " | ".join(_yes(getattr(EFFECTS[status], name)) for name in columns)
        + " |"
        for status in UnitStatus
    ]
    return "\n".join(
        [
            "# What a unit's status means",
            "",
            "Rendered from `tenants/units/statuses.py` by `manage.py render_tables`; a test compares the two.",
            "",
            "| Status | Vietnamese | " + " | ".join(HEADS[name] for name in columns) + " |",
            "|---|---|" + "---|" * len(columns),
            *rows,
            "",
            "A suspended unit answers 503 with `Retry-After`; a closed one stays readable under the name it had.",
            "",
        ]
    )


def _targets(state: State) -> str:
    if state in FINAL:
        return "– (final; sending again makes a new row linked to this one)"
    return ", ".join(f"`{target}`" for target in State if target in ARROWS[state])


def _yes(value: bool) -> str:
    return "yes" if value else "no"
