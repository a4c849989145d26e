"""What a school makes public each school year (TT 09/2024), as data: the parts it has marked as ready."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from core.media.models import UnitDocument
from sites.api.entries import entries_of, entry_of, file_of, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.schemas import File, Listed, PageItem, Paging
from sites.disclosures.law import PARTS, Grid, Item, Measure, due_date
from sites.disclosures.models import DisclosureYearPage, PartStanding
from sites.disclosures.presenters.year import files_of
from sites.presenters.surroundings import surroundings_of
from tenants.registry.models import Entry

router = Router()
_TYPE = DisclosureYearPage.registry_type
Cell = int | float | str | None


class DisclosurePartItem(Schema):
    """code: general, finance, staff, facilities, quality, plan, results, report. published_on: null while hidden."""

    code: str
    numeral: str
    title: str
    articles: str
    is_public: bool
    published_on: date | None


class DisclosureColumn(Schema):
    """measure: text, count, decimal, money (đồng)."""

    code: str
    title: str
    measure: str


class DisclosureFact(DisclosureColumn):
    value: Cell


class DisclosureTable(Schema):
    """rows: a cell a column, null where nothing was filled in."""

    code: str
    title: str
    columns: list[DisclosureColumn]
    rows: list[list[Cell]]


class DisclosurePart(DisclosurePartItem):
    facts: list[DisclosureFact]
    tables: list[DisclosureTable]
    note: str
    files: list[File]


class DisclosureYearItem(PageItem):
    """starts_in: 2026 for the school year 2026–2027. due_on: the day before which all parts must be public."""

    starts_in: int
    due_on: date
    done: int
    total: int
    parts: list[DisclosurePartItem]


class DisclosureYear(DisclosureYearItem):
    parts: list[DisclosurePart]  # type: ignore[assignment]  # narrower on purpose: the same parts with what they hold


class DisclosureYears(Listed[DisclosureYearItem]):
    pass


@router.api_operation(["GET", "HEAD"], "", response=DisclosureYears, summary="Công khai theo TT 09/2024, từng năm học")
def list_disclosures(request: HttpRequest, paging: Query[Paging]) -> DisclosureYears:
    """Mỗi năm học có tám mục và ngày công khai từng mục; năm mới đứng trước. Số liệu có ở dữ liệu của một năm."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[DisclosureYearItem]:
        return [
            DisclosureYearItem(**_fields(entry, page, origin), parts=[_about(one) for one in page.standings])
            for entry, page in with_pages(entries, _pages())
        ]

    rows = entries_of(_TYPE).order_by("-year", "-pk")
    return one_page(DisclosureYears, rows, items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:disclosure_id}/", response=DisclosureYear, summary="Công khai một năm học")
def show_disclosure(request: HttpRequest, disclosure_id: int) -> DisclosureYear:
    """Mục chưa công khai không có số liệu. Ô chưa điền là null."""
    entry = entry_of(disclosure_id, _TYPE)
    page = _pages().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    origin, files = surroundings_of(request).menu.origin, files_of(page.standings)
    parts = [_part(standing, files, origin) for standing in page.standings]
    return DisclosureYear(**_fields(entry, page, origin), parts=parts)


def _pages() -> QuerySet[DisclosureYearPage]:
    found: QuerySet[DisclosureYearPage] = DisclosureYearPage.objects.live()
    return found


def _fields(entry: Entry, page: DisclosureYearPage, origin: str) -> dict[str, Any]:
    return {
        **page_fields(entry, origin),
        "starts_in": page.starts_in,
        "due_on": due_date(page.starts_in),
        "done": page.done,
        "total": len(PARTS),
    }


def _about(standing: PartStanding) -> DisclosurePartItem:
    part = standing.part
    return DisclosurePartItem(
        code=part.key,
        numeral=part.numeral,
        title=str(part.title),
        articles=part.articles,
        is_public=standing.is_public,
        published_on=standing.published_date,
    )


def _part(standing: PartStanding, files: dict[int, UnitDocument], origin: str) -> DisclosurePart:
    about = dict(_about(standing))
    if not standing.is_public:
        return DisclosurePart(**about, facts=[], tables=[], note="", files=[])
    part, value = standing.part, standing.value
    return DisclosurePart(
        **about,
        facts=[DisclosureFact(**_column(item), value=_cell(item, value.get(item.key))) for item in part.items],
        tables=[_table(grid, standing) for grid in part.grids],
        note=value.get("note") or "",
        files=[file_of(files[key], origin) for key in standing.file_keys if key in files],
    )


def _table(grid: Grid, standing: PartStanding) -> DisclosureTable:
    return DisclosureTable(
        code=grid.key,
        title=str(grid.title),
        columns=[DisclosureColumn(**_column(column)) for column in grid.columns],
        rows=[[_cell(column, row.get(column.key)) for column in grid.columns] for row in standing.rows(grid)],
    )


def _column(item: Item) -> dict[str, str]:
    return {"code": item.key, "title": str(item.label), "measure": item.measure.value}


def _cell(item: Item, value: Any) -> Cell:
    """Return a number as a number: decimals are stored as text."""
    if value in (None, ""):
        return None
    if item.measure == Measure.TEXT:
        return str(value)
    amount = float(value)
    return int(amount) if amount.is_integer() else amount
