from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from core.text.fold import fold
from search import form
from search.documents import DOCUMENT_TYPES
from search.facets import STATES, Facet
from search.results import SearchPage
from sites.presenters.paging import Query
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import ActiveFilter, FacetValue, FilterPanel, TextField
from sites.viewdata.listing import Facet as FacetBoxes
from tenants.units.models import Commune, Kind, SchoolLevel, Unit

# Names offered while the name of a unit is typed.
_SUGGESTED_UNITS = 20


# Where counts of one value may stand in the form as boxes, and where as a list. Within one unit some cannot differ.
_BOXES = (Facet.TYPE, Facet.STATE, Facet.LEVEL, Facet.YEAR)
_LISTS = (Facet.COMMUNE, Facet.KIND, Facet.DOCUMENT_KIND, Facet.ISSUER, Facet.SUBJECT)
_OF_UNITS = frozenset({Facet.LEVEL, Facet.COMMUNE, Facet.KIND})


def build_panel(page: SearchPage, query: Query) -> FilterPanel:
    """Return the form beside the results: boxes with counts, lists, a field for a unit's name, bounds of dates.

    Costs three small queries for names on the network, else none.
    """
    is_network = page.request.is_network
    labels = _labels(page)
    shown = [facet for facet in (*_BOXES, *_LISTS) if is_network or facet not in _OF_UNITS]
    boxes = (_boxes(page, facet, labels[facet]) for facet in _BOXES if facet in shown)
    lists = (_choice(page, facet, labels[facet]) for facet in _LISTS if facet in shown)
    return FilterPanel(
        action=reverse("search"),
        title=_("Lọc kết quả"),
        submit=_("Áp dụng bộ lọc"),
        facets=tuple(group for group in boxes if group.values),
        choices=tuple(choice for choice in lists if len(choice.options) > 1),
        texts=_texts(page, query) if page.hits or page.request.is_narrowed else (),
        active=_active(page, query, labels),
        clear_url=form.without_filters(query).with_page(1) if page.request.is_narrowed else "",
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
        Facet.DOCUMENT_KIND: _("Loại văn bản"),
        Facet.ISSUER: _("Cơ quan ban hành"),
        Facet.SUBJECT: _("Lĩnh vực của văn bản"),
        Facet.STATE: _("Hiệu lực của văn bản"),
    }[facet]


def _known(page: SearchPage, facet: Facet) -> list[str]:
    """Return the values that were found or chosen."""
    return list(dict.fromkeys([*page.counts.get(facet, {}), *page.request.filters.get(facet, ())]))


def _labels(page: SearchPage) -> dict[Facet, Mapping[str, str]]:
    """Return the words for each facet's values, in the order they stand in the form."""
    labels: dict[Facet, Mapping[str, str]] = {
        Facet.TYPE: {slug: str(kind.label) for slug, kind in DOCUMENT_TYPES.items()},
        Facet.LEVEL: {str(value): str(label) for value, label in SchoolLevel.choices},
        Facet.YEAR: {year: year for year in sorted(_known(page, Facet.YEAR), reverse=True)},
        Facet.STATE: {value: str(state.label) for value, state in STATES.items()},
    }
    for facet in (Facet.DOCUMENT_KIND, Facet.ISSUER, Facet.SUBJECT):
        labels[facet] = {word: word for word in sorted(_known(page, facet), key=fold)}
    if page.request.is_network:
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


def _texts(page: SearchPage, query: Query) -> tuple[TextField, ...]:
    return (*([_unit_field(page, query)] if page.request.is_network else []), *_days(page))


def _days(page: SearchPage) -> tuple[TextField, TextField]:
    first, last = page.request.from_day, page.request.to_day
    return (
        TextField(form.FROM, _("Từ ngày"), first.isoformat() if first else "", kind="date"),
        TextField(form.TO, _("Đến ngày"), last.isoformat() if last else "", kind="date"),
    )


def _active(page: SearchPage, query: Query, labels: Mapping[Facet, Mapping[str, str]]) -> tuple[ActiveFilter, ...]:
    active = [
        ActiveFilter(labels.get(facet, {}).get(value, value), query.without(facet, value))
        for facet, values in page.request.filters.items()
        if facet is not Facet.UNIT
        for value in values
    ]
    if Facet.UNIT in page.request.filters:
        active.append(ActiveFilter(query.value(Facet.UNIT), query.without(Facet.UNIT)))
    if first := page.request.from_day:
        active.append(ActiveFilter(_("Từ %(day)s") % {"day": short_date(first)}, query.without(form.FROM)))
    if last := page.request.to_day:
        active.append(ActiveFilter(_("Đến %(day)s") % {"day": short_date(last)}, query.without(form.TO)))
    return tuple(active)
