"""What the console reads of the register."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from core.text.fold import fold
from tenants.units.models import Domain, Unit, UnitName

WORDS_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """words: name, former name, code or host, with or without marks. kind, status: "" for all."""

    words: str = ""
    kind: str = ""
    status: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.kind or self.status)


def find_units(wanted: UnitFilter) -> QuerySet[Unit, Unit]:
    """Return the units of the register that fit, in Vietnamese order, each with its present host as `host`."""
    primary = Domain.objects.filter(tenant__unit=OuterRef("pk"), is_primary=True).values("domain")[:1]
    units = Unit.objects.select_related("kind", "commune").annotate(host=Subquery(primary)).order_by("sort_key", "pk")
    if wanted.kind:
        units = units.filter(kind=wanted.kind)
    if wanted.status:
        units = units.filter(status=wanted.status)
    for word in fold(wanted.words).split()[:WORDS_AT_MOST]:
        named = UnitName.objects.filter(unit=OuterRef("pk"), folded__contains=word)
        hosted = Domain.objects.filter(tenant__unit=OuterRef("pk"), domain__contains=word)
        units = units.filter(Q(folded__contains=word) | Q(code__icontains=word) | Exists(named) | Exists(hosted))
    return units
