"""A school year as readers see it: eight parts, each with its state; and the section, which shows the newest year."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from core.frontend.formats import number, short_date
from core.media.models import UnitDocument
from sites.disclosures.law import LEGAL_BASIS, PARTS, Grid, Item, Measure, year_words
from sites.disclosures.models import DisclosuresPage, DisclosureYearPage, PartStanding
from sites.disclosures.models.pages import years_newest_first
from sites.disclosures.viewdata import Fact, NoYearView, PartView, YearView
from sites.frame import Link
from sites.presenters.files import file_link
from sites.presenters.meta import page_meta
from sites.presenters.presented import Presented
from sites.presenters.stories import without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.body import Table
from sites.viewdata.cards import Tag
from sites.viewdata.home import Disclosure
from sites.viewdata.listing import EmptyState


def present_section(page: DisclosuresPage, around: Surroundings) -> Presented:
    """Return the newest year under the section's address; its own address is the canonical one."""
    year = without_private(years_newest_first(), around.menu).first()
    if year is None:
        words = _("Trường chưa đăng mục công khai nào. Khi có, số liệu của từng năm học hiện ở đây.")
        view = NoYearView(page.title, page.summary, EmptyState(words, around.frame.nav[:3]))
        return Presented("disclosures/none.html", page_meta(page, around), view)
    shown = present_year(year, around)
    meta = replace(page_meta(page, around), canonical_url=shown.meta.canonical_url)
    return Presented(shown.template, meta, replace(shown.view, intro=page.summary or shown.view.intro))


def present_year(page: DisclosureYearPage, around: Surroundings) -> Presented:
    """Return a year. Two queries: the other years, the files."""
    meta = page_meta(page, around)
    standings = page.standings
    files = files_of(standings)
    others = without_private(years_newest_first(), around.menu).values_list("starts_in", "url_path")
    address = around.menu.address(page.url_path)
    view = YearView(
        title=page.title,
        intro=page.summary,
        progress=progress_of(page, around),
        parts=tuple(_part(page, standing, files, around) for standing in standings),
        years=tuple(
            Link(_("Năm học %(year)s") % {"year": year_words(year)}, around.menu.address(path)) for year, path in others
        ),
        current=address,
        print_url=f"{address}?in=1",
        address=meta.canonical_url,
    )
    return Presented("disclosures/year.html", replace(meta, modified_at=page.last_published_at), view)


def progress_of(page: DisclosureYearPage, around: Surroundings) -> Disclosure:
    """Return how far the year has come. No query."""
    days = [standing.published_date for standing in page.standings if standing.published_date]
    notes = [_("Cập nhật %(day)s.") % {"day": short_date(max(days))}] if days else []
    if page.done < len(PARTS):
        notes.append(_deadline(page, around))
    year = year_words(page.starts_in)
    return Disclosure(
        title=_("Công khai năm học %(year)s") % {"year": year},
        done=page.done,
        total=len(PARTS),
        note=" ".join(notes),
        more=Link(_("Xem các mục công khai"), around.menu.address(page.url_path)),
    )


def _deadline(page: DisclosureYearPage, around: Surroundings) -> str:
    words = {"day": short_date(page.due_date), "basis": LEGAL_BASIS}
    if around.today >= page.due_date:
        return _("Các mục còn lại quá hạn từ ngày %(day)s (%(basis)s).") % words
    return _("Hạn của các mục còn lại: trước ngày %(day)s (%(basis)s).") % words


def _part(
    page: DisclosureYearPage, standing: PartStanding, files: dict[int, UnitDocument], around: Surroundings
) -> PartView:
    part, value = standing.part, standing.value
    shown = PartView(
        anchor=f"muc-{PARTS.index(part) + 1}",
        numeral=part.numeral,
        title=str(part.title),
        articles=part.articles,
        state=_state(page, standing, around),
    )
    if not standing.is_public:
        return shown
    filled = [(item, _words(item, value.get(item.key))) for item in part.items]
    tables = (_table(grid, standing) for grid in part.grids)
    return replace(
        shown,
        facts=tuple(Fact(str(item.label), words) for item, words in filled if words and not item.is_long),
        texts=tuple(Fact(str(item.label), words) for item, words in filled if words and item.is_long),
        tables=tuple(table for table in tables if table.rows),
        files=tuple(file_link(files[key]) for key in standing.file_keys if key in files),
        note=value.get("note") or "",
    )


def _state(page: DisclosureYearPage, standing: PartStanding, around: Surroundings) -> Tag:
    if standing.is_public:
        day = standing.published_date
        words = _("Đã công khai %(day)s") % {"day": short_date(day)} if day else _("Đã công khai")
        return Tag(words, "ok", "check")
    day_words = {"day": short_date(page.due_date)}
    if around.today >= page.due_date:
        return Tag(_("Quá hạn từ %(day)s") % day_words, "bad", "clock")
    return Tag(_("Chưa công khai, hạn trước %(day)s") % day_words, "warn", "clock")


def _words(item: Item, value: Any) -> str:
    if value in (None, ""):
        return ""
    if item.measure == Measure.TEXT:
        return str(value)
    amount = float(value)
    return number(int(amount) if amount == int(amount) else amount)


def _table(grid: Grid, standing: PartStanding) -> Table:
    rows = standing.rows(grid)
    cells = (tuple(_words(column, row.get(column.key)) for column in grid.columns) for row in rows)
    return Table(
        rows=tuple(row for row in cells if any(row)),
        head=tuple(str(column.label) for column in grid.columns),
        caption=str(grid.title),
        row_heads=True,
    )


def files_of(standings: tuple[PartStanding, ...]) -> dict[int, UnitDocument]:
    """Return the files of the parts that are shown. One query."""
    keys = [key for standing in standings for key in standing.file_keys]
    return UnitDocument.objects.in_bulk(keys) if keys else {}
