from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct. row: as the spreadsheet shows it, 0 for the ZIP. column: the header people read, a file."""

    row: int
    column: str
    sentence: str


@dataclass(slots=True)
class Report:
    """What reading found. known: numbers already in the register, left as they are. unused: files no row names."""

    rows: int = 0
    new: int = 0
    files: int = 0
    known: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Report":
        return cls(**{**data, "problems": [Problem(**problem) for problem in data["problems"]]})
