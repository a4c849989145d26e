from dataclasses import dataclass

from sites.viewdata.body import BodyBlock
from sites.viewdata.cards import FileLink, Tag


@dataclass(frozen=True, slots=True)
class ConsultationView:
    """A draft. comment_url: where one comments, "" unless it is open. outcome: shown from its day on.

    received: "12 ý kiến đã nhận", "" while there are none.
    """

    title: str
    state: Tag
    days: str
    summary: str
    body: tuple[BodyBlock, ...]
    files: tuple[FileLink, ...]
    received: str = ""
    comment_url: str = ""
    outcome_title: str = ""
    outcome: tuple[BodyBlock, ...] = ()
    print_url: str = ""
    address: str = ""
