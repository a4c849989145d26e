from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a loaded list besides its rows.

    salt: secret of this list, in hex; its keys cannot be worked out without it. number, fact: heads of the columns a
    reader must know, fact "" when the number is enough. columns: heads of what a reader is shown.
    """

    filename: str
    salt: str
    number: str
    fact: str
    fact_is_day: bool
    number_is_digits: bool
    columns: tuple[str, ...]
    rows: int
    read_at: datetime

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "read_at": self.read_at.isoformat()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Sheet":
        given = {"columns": tuple(data["columns"]), "read_at": datetime.fromisoformat(data["read_at"])}
        return cls(**{**data, **given})
