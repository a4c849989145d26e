"""What the console reads of the register."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, Func, OuterRef, Q, QuerySet, Subquery, TextField

from core.identity.models import Identity
from core.text.fold import fold
from tenants.memberships.people import name_order
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


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """words: name or address, with or without marks. only_reported: accounts somebody says are lost."""

    words: str = ""
    only_reported: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.only_reported)


class Folded(Func):
    """core.text.fold for a column that keeps no folded copy, good enough for names: lower case, no marks, đ as d."""

    template = "translate(regexp_replace(normalize(lower(%(expressions)s), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')"
    output_field = TextField()


def find_people(wanted: PeopleFilter) -> list[int]:
    """Return the keys of the people that fit, by given name as Vietnamese lists are. Reads every name that fits."""
    people = Identity.objects.alias(folded=Folded("full_name"))
    if wanted.only_reported:
        people = people.filter(lost_reported_at__isnull=False)
    for word in fold(wanted.words).split()[:WORDS_AT_MOST]:
        people = people.filter(Q(folded__contains=word) | Q(email__icontains=word))
    named = people.values_list("pk", "full_name")
    return [pk for pk, full_name in sorted(named, key=lambda row: (name_order(row[1]), row[0]))]


def read_people(keys: Sequence[int]) -> list[Identity]:
    """Return the identities with these keys, in the order of the keys. One query."""
    found = Identity.objects.in_bulk(keys)
    return [found[key] for key in keys if key in found]
