from dataclasses import dataclass
from typing import Any

from sites.presenters.surroundings import Surroundings
from sites.viewdata.meta import PageMeta


@dataclass(frozen=True, slots=True)
class Presented:
    """A page ready to be shown: its template, what it says about itself, and the template's view data."""

    template: str
    meta: PageMeta
    view: Any

    def context(self, around: Surroundings) -> dict[str, Any]:
        return {"frame": around.frame, "meta": self.meta, "view": self.view}
