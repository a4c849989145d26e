from dataclasses import replace

from core.text.document_number import find_number
from core.text.normalize import nfc
from search.request import SearchRequest
from search.suggest.unit_names import unit_names
from search.vocabulary.book import words_of
from search.vocabulary.current import current_vocabulary
from search.vocabulary.expansion import UnitsMeant, Wording, as_typed, expand


def wording_of(request: SearchRequest) -> Wording:
    """Return the request's text in all its spellings; a document's number and "only as typed" have one.

    At most a few queries, see current_vocabulary and unit_names.
    """
    if request.exact or find_number(request.text):
        return as_typed(request.text)
    wording = expand(request.text, current_vocabulary())
    return replace(wording, meant=_units_meant(nfc(request.text), wording))


def _units_meant(text: str, wording: Wording) -> UnitsMeant | None:
    words = words_of(text)
    units, span = unit_names().named_in([word.folded for word in words], wording.words)
    rest = [word.typed for word in [*words[: span.start], *words[span.stop :]]] if units else []
    if not rest:
        return None
    return UnitsMeant(tuple(unit.uuid for unit, _former in units), expand(" ".join(rest), current_vocabulary()))
