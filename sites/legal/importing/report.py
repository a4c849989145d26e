from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct. row: as the spreadsheet shows it, 0 for the ZIP. column: the header people read, a file."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an update would change in a document the register has. old: "" where there is nothing yet."""

    row: int
    number: str
    column: str
    old: str
    new: str


@dataclass(slots=True)
class Report:
    """What reading found. known: numbers already in the register, left as they are unless `updates`.

    changes: what an update would do to them. passed_over: those of them with a draft. unused: files no row names.
    updates: whoever started the writing wants the changes, too.
    """

    rows: int = 0
    new: int = 0
    files: int = 0
    known: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    updates: bool = False

    @property
    def changed(self) -> int:
        """Return how many documents an update would change."""
        return len({change.row for change in self.changes})

    @property
    def wanted(self) -> int:
        """Return how many documents are to be written."""
        return self.new + (self.changed if self.updates else 0)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Report":
        lists = {
            "problems": [Problem(**problem) for problem in data["problems"]],
            "changes": [Change(**change) for change in data.get("changes", [])],
        }
        return cls(**{**data, **lists})
