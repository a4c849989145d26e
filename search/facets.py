"""What results can be narrowed by: one row a facet, read by the index, by PostgreSQL and by the form."""

from dataclasses import dataclass
from enum import StrEnum


class Facet(StrEnum):
    """The value is the name of the form's field."""

    TYPE = "loai"
    LEVEL = "cap"
    KIND = "loai-don-vi"
    COMMUNE = "xa"
    UNIT = "don-vi"
    YEAR = "nam"


@dataclass(frozen=True, slots=True)
class FacetSource:
    """field: of the index. column: lookup on registry.Entry. is_list: the column holds several values."""

    field: str
    column: str
    is_list: bool = False


SOURCES: dict[Facet, FacetSource] = {
    Facet.TYPE: FacetSource("type", "object_type"),
    Facet.LEVEL: FacetSource("levels", "levels", is_list=True),
    Facet.KIND: FacetSource("unit_kind", "unit_kind"),
    Facet.COMMUNE: FacetSource("commune", "commune_code"),
    Facet.UNIT: FacetSource("unit_id", "unit__uuid"),
    Facet.YEAR: FacetSource("year", "year"),
}
# How many values of a facet are counted: all types, levels, kinds, years and communes, and the units with most hits.
MAX_VALUES = 100
