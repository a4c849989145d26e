from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from sites.disclosures.blocks import empty_parts, part_blocks
from sites.disclosures.fields import TableStreamField
from sites.disclosures.forms import YearForm
from sites.disclosures.law import PARTS, Grid, Part, due_date, year_words
from sites.models import BasePage

YEAR_SLUG = "nam-hoc-{}-{}"


@dataclass(frozen=True, slots=True)
class PartStanding:
    """How a part of a year stands. published_date: when what readers see was first published; None while hidden."""

    part: Part
    value: dict[str, Any]
    is_public: bool
    published_date: date | None

    def rows(self, grid: Grid) -> list[dict[str, Any]]:
        """Return what is stored of a table, row by row: column → value."""
        return [_unwrapped(row) for row in self.value.get(grid.key) or []]

    @property
    def file_keys(self) -> list[int]:
        """Return the primary keys of the files that are shown; none while the part is hidden."""
        keys = (_unwrapped(item) for item in self.value.get("files") or [])
        return [key for key in keys if key] if self.is_public else []


class DisclosuresPage(BasePage):
    """The section: readers find the newest school year there, and the way to the years before."""

    page_description = gettext_lazy(
        "Mỗi năm học là một trang gồm tám mục theo TT 09/2024. Năm mới mở từ số liệu của năm trước."
    )
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_disclosures.DisclosureYearPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = gettext_lazy("Công khai")
        verbose_name_plural = gettext_lazy("Công khai")


class DisclosureYearPage(BasePage):
    """One school year in eight parts. Only parts marked as ready are shown and counted.

    part_days: part → {"day": ISO date, "print": fingerprint of what was published}; belongs to the page, not to a
    revision, and is kept by `actions.note_days`.
    """

    registry_type = "disclosure"
    is_creatable = False  # A year is opened by `actions.open_year`, with what the year before leaves it.

    page_description = gettext_lazy("Tám mục công khai của một năm học.")
    starts_in = models.PositiveSmallIntegerField(gettext_lazy("năm học bắt đầu từ năm"), db_index=True, editable=False)
    parts = TableStreamField(
        part_blocks(),
        verbose_name=gettext_lazy("tám mục công khai"),
        block_counts={part.key: {"max_num": 1} for part in PARTS},
        default=empty_parts,
        blank=True,
    )
    part_days = models.JSONField(default=dict, editable=False)

    base_form_class = YearForm
    content_panels: ClassVar[list[Any]] = [FieldPanel("summary"), FieldPanel("parts")]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("parts")]
    parent_page_types: ClassVar[list[str]] = ["cms_disclosures.DisclosuresPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = gettext_lazy("năm học công khai")
        verbose_name_plural = gettext_lazy("năm học công khai")

    def clean(self) -> None:
        self.title = _("Công khai năm học %(year)s") % {"year": year_words(self.starts_in)}
        super().clean()

    def with_content_json(self, content: Any) -> "DisclosureYearPage":
        """The days of publication are the page's own: an older revision must not bring older ones back."""
        page: DisclosureYearPage = super().with_content_json(content)
        page.part_days = self.part_days
        return page

    @property
    def due_date(self) -> date:
        return due_date(self.starts_in)

    @property
    def standings(self) -> tuple[PartStanding, ...]:
        """Return the eight parts in the order of the law. No query."""
        values = {block["type"]: block["value"] for block in self.parts.raw_data}
        return tuple(self._standing(part, values.get(part.key) or {}) for part in PARTS)

    def _standing(self, part: Part, value: dict[str, Any]) -> PartStanding:
        is_public = bool(value.get("is_ready"))
        day = self.part_days.get(part.key, {}).get("day")
        return PartStanding(part, value, is_public, date.fromisoformat(day) if is_public and day else None)

    @property
    def done(self) -> int:
        return sum(standing.is_public for standing in self.standings)


def _unwrapped(item: Any) -> Any:
    """Return an item of a stored list, which newer forms wrap in {"type": "item", "value": …}."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def years_newest_first() -> models.QuerySet[Any]:
    """Return the live years, without their data."""
    years: models.QuerySet[Any] = DisclosureYearPage.objects.live().order_by("-starts_in", "-pk")
    return years


def slug_of(starts_in: int) -> str:
    return YEAR_SLUG.format(starts_in, starts_in + 1)
