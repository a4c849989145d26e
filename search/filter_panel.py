from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from search import form
from search.documents import DOCUMENT_TYPES
from search.facets import Facet
from search.results import SearchPage
from search.scope import NetworkScope
from sites.presenters.paging import Query
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import ActiveFilter, FacetValue, FilterPanel, TextField
from sites.viewdata.listing import Facet as FacetBoxes
from tenants.units.models import Commune, Kind, SchoolLevel, Unit

# Names offered while the name of a unit is typed.
_SUGGESTED_UNITS = 20


def build_panel(page: SearchPage, query: Query) -> FilterPanel:
    """Return the form beside the results: boxes with counts, a list of communes, a field for a unit's name.

    Within one unit only type and year can differ. Costs three small queries for names on the network, else none.
    """
    is_network = isinstance(page.request.scope, NetworkScope)
    labels = _labels(page, is_network)
    boxes = [Facet.TYPE, Facet.LEVEL, Facet.YEAR] if is_network else [Facet.TYPE, Facet.YEAR]
    return FilterPanel(
        action=reverse("search"),
        title=_("Lọc kết quả"),
        submit=_("Áp dụng bộ lọc"),
        facets=tuple(filter(lambda group: group.values, (_boxes(page, facet, labels[facet]) for facet in boxes))),
        choices=tuple(_choice(page, facet, labels[facet]) for facet in (Facet.COMMUNE, Facet.KIND) if is_network),
        texts=(_unit_field(page, query),) if is_network else (),
        active=_active(page, query, labels),
        clear_url=form.without_filters(query).with_page(1) if page.request.filters else "",
        hidden=form.without_filters(query).fields,
    )


def _title(facet: Facet) -> str:
    return {
        Facet.TYPE: _("Loại nội dung"),
        Facet.LEVEL: _("Cấp học"),
        Facet.KIND: _("Loại đơn vị"),
        Facet.COMMUNE: _("Xã, phường"),
        Facet.UNIT: _("Đơn vị"),
        Facet.YEAR: _("Năm"),
    }[facet]


def _labels(page: SearchPage, is_network: bool) -> dict[Facet, Mapping[str, str]]:
    """Return the words for each facet's values."""
    years = {*page.counts.get(Facet.YEAR, {}), *page.request.filters.get(Facet.YEAR, ())}
    labels: dict[Facet, Mapping[str, str]] = {
        Facet.TYPE: {slug: str(kind.label) for slug, kind in DOCUMENT_TYPES.items()},
        Facet.LEVEL: {str(value): str(label) for value, label in SchoolLevel.choices},
        Facet.YEAR: {year: year for year in sorted(years, reverse=True)},
        Facet.COMMUNE: {},
        Facet.KIND: {},
    }
    if is_network:
        labels[Facet.COMMUNE] = dict(Commune.objects.values_list("code", "full_name"))
        labels[Facet.KIND] = dict(Kind.objects.values_list("slug", "name"))
    return labels


def _boxes(page: SearchPage, facet: Facet, labels: Mapping[str, str]) -> FacetBoxes:
    counts, chosen = page.counts.get(facet, {}), page.request.filters.get(facet, ())
    values = (
        FacetValue(value, label, counts.get(value, 0), checked=value in chosen)
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    )
    return FacetBoxes(facet.value, _title(facet), tuple(values))


def _choice(page: SearchPage, facet: Facet, labels: Mapping[str, str]) -> Choice:
    counts, chosen = page.counts.get(facet, {}), page.request.filters.get(facet, ())
    options = (
        Option(value, label, counts.get(value, 0), selected=value in chosen)
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    )
    return Choice(facet.value, _title(facet), (Option("", _("Tất cả"), selected=not chosen), *options))


def _unit_field(page: SearchPage, query: Query) -> TextField:
    likely = list(page.counts.get(Facet.UNIT, {}))[:_SUGGESTED_UNITS]
    names = Unit.objects.filter(uuid__in=likely).order_by("sort_key").values_list("name", flat=True)
    return TextField(
        name=Facet.UNIT.value,
        label=_title(Facet.UNIT),
        value=query.value(Facet.UNIT),
        hint=_("Gõ tên trường hoặc cơ quan."),
        suggestions=tuple(names),
    )


def _active(page: SearchPage, query: Query, labels: Mapping[Facet, Mapping[str, str]]) -> tuple[ActiveFilter, ...]:
    active = [
        ActiveFilter(labels[facet].get(value, value), query.without(facet, value))
        for facet, values in page.request.filters.items()
        if facet is not Facet.UNIT
        for value in values
    ]
    if Facet.UNIT in page.request.filters:
        active.append(ActiveFilter(query.value(Facet.UNIT), query.without(Facet.UNIT)))
    return tuple(active)
