from dataclasses import dataclass
from datetime import date

from sites.frame import Link
from sites.viewdata.body import BodyBlock
from sites.viewdata.cards import QuestionRow, Tag
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class TopicChip:
    """A filter by topic; the chosen one leads back to all."""

    title: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """count: "128 câu hỏi đã trả lời". topic: the chosen one, kept by a search. ask_url: "" where nobody can ask."""

    title: str
    intro: str
    count: str
    rows: tuple[QuestionRow, ...]
    chips: tuple[TopicChip, ...]
    action: str
    query: str
    topic: str
    ask_url: str
    track_url: str
    feed_url: str
    empty: EmptyState
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class AnsweredView:
    """A published question. asker: "" unless the asker agreed. answered: "Phòng … trả lời ngày …, sau 3 ngày"."""

    title: str
    topic: Tag
    question: tuple[str, ...]
    answered: str
    body: tuple[BodyBlock, ...]
    asker: str = ""
    received_date: date | None = None
    ask_url: str = ""
    print_url: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way. on: None while it lies ahead."""

    title: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class TrackView:
    """The asker's own page. code: as asked for. is_new: right after sending. missing: the sentence when none is found.

    reply_title: "Trả lời của …" or "Vì sao không trả lời". public: the page where everybody reads it.
    kept_until: the day name and contact go, None when there are none; withdraw_url: where they go at once.
    """

    action: str
    code: str = ""
    is_new: bool = False
    missing: str = ""
    is_found: bool = False
    question: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    waiting: str = ""
    reply_title: str = ""
    reply: tuple[str, ...] = ()
    public: Link | None = None
    withdraw_url: str = ""
    kept_until: date | None = None
