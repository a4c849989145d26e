"""What the API says of each published thing. Instants are ISO 8601 with the offset of Việt Nam, days are ISO dates."""

from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from ninja import Field, Schema

T = TypeVar("T")
LARGEST_PAGE = 100


class Problem(Schema):
    """Why a request got no answer, in one sentence."""

    error: str


class Paging(Schema):
    page: int = Field(1, ge=1, le=10_000, description="Số thứ tự của trang, từ 1.")
    size: int = Field(20, ge=1, le=LARGEST_PAGE, description=f"Số mục một trang, nhiều nhất {LARGEST_PAGE}.")


class Listed(Schema, Generic[T]):
    """One page of a list. next: the address of the following page, null on the last."""

    total: int
    page: int
    size: int
    next: str | None
    items: list[T]


class Named(Schema):
    """A value of a fixed set: its code, and what readers see."""

    code: str
    name: str


class UnitItem(Schema):
    """A unit of the register. id never changes; status: active or closed. website: "" for a unit without a site."""

    id: UUID
    name: str
    short_name: str
    kind: Named
    levels: list[Named]
    commune: Named | None
    address: str
    phone: str
    email: str
    responsible_person: str
    website: str
    status: str
    opened_on: date | None
    closed_on: date | None
    parent: UUID | None = Field(description="Mã của cơ quan quản lý.")
    successor: UUID | None = Field(description="Mã của đơn vị kế thừa, khi đơn vị đã kết thúc.")


class ArticleOrigin(Schema):
    """The unit a post on the portal came from, as it was called then."""

    unit_name: str
    url: str


class PageItem(Schema):
    """What every page tells. summary: may be ""."""

    id: int
    title: str
    summary: str
    url: str
    language: str
    changed_at: datetime


class ArticleItem(PageItem):
    published_at: datetime
    origin: ArticleOrigin | None


class Article(ArticleItem):
    """text: the words without markup, a line a block; is_cut: the text is longer than what is given here."""

    author: str
    image_url: str
    text: str
    is_cut: bool


class File(Schema):
    """size: bytes."""

    url: str
    format: str
    size: int


class DocumentItem(Schema):
    """state: of the day it is asked: not_yet, in_force, partly_expired, expired. expires_on: first day not in force."""

    id: int
    number: str
    kind: str
    title: str
    issuer: str
    signer: str
    subject: str
    room: str
    issued_on: date
    in_force_since: date
    partly_expired_since: date | None
    expires_on: date | None
    state: Named
    url: str
    file: File | None
    changed_at: datetime


class Document(DocumentItem):
    summary: str
    text: str
    is_cut: bool


class ScheduleEntryItem(Schema):
    """starts_at, ends_at: null for work without a time. session: all_day, morning, afternoon."""

    id: UUID
    day: date
    session: Named
    starts_at: datetime | None
    ends_at: datetime | None
    content: str
    chair: str
    participants: str
    place: str
    prepared_by: str


class ScheduleWeekItem(Schema):
    """id: the week's Monday."""

    id: date
    until: date
    note: str
    url: str
    published_at: datetime | None
    entries: list[ScheduleEntryItem]


class Paper(Schema):
    """A paper of the dossier. form_url: of the form to fill in, "" without one."""

    name: str
    copies: str
    form_url: str


class ProcedureItem(PageItem):
    """fee: chua-ro nobody has looked it up, khong-thu free, co-thu charged (fee_text says how much)."""

    code: str
    field: Named
    applicants: str
    submit_to: str
    handler: str
    contact: str
    processing_time: str
    fee: Named
    fee_text: str
    result: str
    legal_bases: list[str]
    service_level: Named
    service_url: str


class Procedure(ProcedureItem):
    dossier: list[Paper]


class Units(Listed[UnitItem]):
    pass


class Articles(Listed[ArticleItem]):
    pass


class Documents(Listed[DocumentItem]):
    pass


class ScheduleWeeks(Listed[ScheduleWeekItem]):
    pass


class Procedures(Listed[ProcedureItem]):
    pass
