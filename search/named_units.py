from django.urls import reverse
from django.utils.translation import gettext as _

from core.text.document_number import find_number
from search.request import SearchRequest
from search.suggest.unit_names import NamedUnit, unit_names
from search.vocabulary.wording import wording_of
from sites.viewdata.search import BestBet
from tenants.registry.folding import folded_words


def units_named(request: SearchRequest) -> tuple[BestBet, ...]:
    """Return the units the question calls by name, to stand above the first page of the network's results.

    Costs the queries of unit_names after a change of the register.
    """
    if not request.is_network or request.page > 1 or find_number(request.text):
        return ()
    found, _span = unit_names().named_in(folded_words(request.text), wording_of(request).words)
    return tuple(BestBet(_("Đơn vị"), unit.name, home_of(unit), note_of(unit, former)) for unit, former in found)


def home_of(unit: NamedUnit) -> str:
    """Return the address of the unit's site, or of its page in the directory when it has none."""
    return unit.address("/") if unit.host else reverse("sites:unit_page", args=[unit.slug])


def note_of(unit: NamedUnit, former: str) -> str:
    """Return what stands beside a unit's name: the former one that was meant, else its commune, or ""."""
    return _("trước đây: %(name)s") % {"name": former} if former else unit.place
