"""The list of procedures and one of them."""

from dataclasses import dataclass

from sites.frame import Link
from sites.viewdata.body import BodyBlock
from sites.viewdata.cards import FileLink
from sites.viewdata.document import Fact
from sites.viewdata.home import Choice
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """about: "Văn bằng, chứng chỉ · Thời hạn 1 ngày làm việc"."""

    title: str
    url: str
    about: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ProceduresView:
    """count: "12 thủ tục"."""

    title: str
    intro: str
    count: str
    rows: tuple[ProcedureRow, ...]
    action: str
    query: str = ""
    choices: tuple[Choice, ...] = ()
    pager: Pager | None = None
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a dossier. copies: "1 bản chính", may be "". form: the file to fill in."""

    name: str
    copies: str = ""
    form: FileLink | None = None


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """service: where to hand the dossier in online."""

    title: str
    summary: str
    field: str
    facts: tuple[Fact, ...]
    dossier: tuple[Paper, ...]
    body: tuple[BodyBlock, ...]
    legal_bases: tuple[str, ...]
    address: str
    service: Link
    service_note: str
    print_url: str
