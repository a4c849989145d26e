from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct. row: as the spreadsheet shows it, 0 for the whole file. column: the header people read."""

    row: int
    column: str
    sentence: str


@dataclass(slots=True)
class Report:
    """What reading a list found. new, changed: codes. sites: codes whose row asks for a site they do not have.

    is_written: the register holds the rows; sites may still be missing.
    """

    rows: int = 0
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_written: bool = False

    @property
    def may_be_written(self) -> bool:
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Report":
        return cls(**{**data, "problems": [Problem(**problem) for problem in data["problems"]]})
