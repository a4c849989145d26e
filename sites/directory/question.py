"""What a reader of the directory asks for, and the units that answer it."""

from collections.abc import Callable

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy

from core.text.fold import fold
from sites.presenters.network import Network
from sites.presenters.paging import PAGE_FIELD, Query
from tenants.units.models import Unit, UnitName
from tenants.units.models.kind import Tier
from tenants.units.models.unit import SchoolLevel

ADDRESS = "/danh-ba/"
NAME, COMMUNE, LEVEL, LETTER, ORDER = "q", "xa", "cap", "chu", "xep"
FIELDS = (NAME, COMMUNE, LEVEL, LETTER, ORDER, PAGE_FIELD)
BY_COMMUNE, BY_LEVEL, ROOMS = "", "cap-hoc", "phong"
TABS = {
    BY_COMMUNE: gettext_lazy("Theo xã, phường"),
    BY_LEVEL: gettext_lazy("Theo cấp học"),
    ROOMS: gettext_lazy("Phòng của Sở"),
}
LONGEST_NAME = 100
_PLACE_KINDS = ("Xã ", "Phường ", "Đặc khu ")


def order_of(query: Query) -> str:
    """Return the tab that is asked for, the first when it is none."""
    return query.value(ORDER) if query.value(ORDER) in TABS else BY_COMMUNE


def wanted_name(query: Query) -> str:
    return query.value(NAME)[:LONGEST_NAME]


def units_asked(query: Query, network: Network) -> QuerySet[Unit]:
    """Return the listed units that fit, in the order of the tab. Names fit without marks, former names too."""
    order = order_of(query)
    units = Unit.objects.listed()
    units = units.filter(kind__tier=Tier.ROOM) if order == ROOMS else units.exclude(kind__tier=Tier.ROOM)
    if code := query.value(COMMUNE):
        units = units.filter(commune=code[:10])
    if (letter := query.value(LETTER)) and order == BY_COMMUNE:
        units = units.filter(commune__in=[one.code for one in network.communes if initial(one.name) == letter])
    if (level := query.value(LEVEL)) in SchoolLevel.values:
        units = units.filter(levels__contains=[level])
    for word in fold(wanted_name(query)).split():
        former = UnitName.objects.filter(unit=OuterRef("pk"), folded__contains=word)
        units = units.filter(Q(folded__contains=word) | Exists(former))
    return _ORDERS[order](units)


def initial(commune: str) -> str:
    """Return the letter a commune stands under: "Đặc khu Cồn Cỏ" → "C", "Phường Đồng Hới" → "Đ"."""
    for kind in _PLACE_KINDS:
        commune = commune.removeprefix(kind)
    return commune[:1].upper()


def _by_commune(units: QuerySet[Unit]) -> QuerySet[Unit]:
    return units.order_by(F("commune__sort_key").asc(nulls_last=True), "sort_key")


def _by_level(units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Units that teach several levels stand under the lowest; offices, which teach none, come last."""
    ranks = [When(levels__0=level, then=Value(rank)) for rank, level in enumerate(SchoolLevel.values)]
    rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
    return units.annotate(rank=rank).order_by("rank", "sort_key")


_ORDERS: dict[str, Callable[[QuerySet[Unit]], QuerySet[Unit]]] = {
    BY_COMMUNE: _by_commune,
    BY_LEVEL: _by_level,
    ROOMS: lambda units: units.order_by("sort_key"),
}
