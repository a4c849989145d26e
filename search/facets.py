"""What results can be narrowed by: one row a facet, read by the index, by PostgreSQL and by the form."""

from dataclasses import dataclass
from enum import StrEnum

from sites.models.legal_document import DocumentState


class Facet(StrEnum):
    """The value is the name of the form's field; the register of documents calls the last four the same."""

    TYPE = "loai"
    LEVEL = "cap"
    KIND = "loai-don-vi"
    COMMUNE = "xa"
    UNIT = "don-vi"
    YEAR = "nam"
    DOCUMENT_KIND = "loai-van-ban"
    ISSUER = "co-quan"
    SUBJECT = "linh-vuc"
    STATE = "hieu-luc"


@dataclass(frozen=True, slots=True)
class FacetSource:
    """field: of the index, "" for what is computed from dates. column: lookup on registry.Entry, "" likewise.

    is_shared: a post and its copies have the same value, so that its count must take them once.
    """

    field: str
    column: str
    is_shared: bool = False


SOURCES: dict[Facet, FacetSource] = {
    Facet.TYPE: FacetSource("type", "object_type"),
    Facet.LEVEL: FacetSource("levels", "levels", is_shared=True),
    Facet.KIND: FacetSource("unit_kind", "unit_kind", is_shared=True),
    Facet.COMMUNE: FacetSource("commune", "commune_code", is_shared=True),
    Facet.UNIT: FacetSource("unit_id", "unit__uuid"),
    Facet.YEAR: FacetSource("year", "year", is_shared=True),
    Facet.DOCUMENT_KIND: FacetSource("doc_kind", "legal__kind"),
    Facet.ISSUER: FacetSource("issuer", "legal__issuer"),
    Facet.SUBJECT: FacetSource("subject", "legal__subject"),
    Facet.STATE: FacetSource("", ""),
}
# How many values of a facet are counted: all types, levels, kinds, years and communes, and the units with most hits.
MAX_VALUES = 100

# Values of Facet.STATE. By date on the day of asking: no document is written again because a day has passed.
STATES: dict[str, DocumentState] = {
    "con": DocumentState.IN_FORCE,
    "chua": DocumentState.NOT_YET,
    "mot-phan": DocumentState.PARTLY_EXPIRED,
    "het": DocumentState.EXPIRED,
}
