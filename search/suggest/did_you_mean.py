from dataclasses import replace

from core.text.document_number import find_number
from core.text.fold import fold, has_marks, unify_tone_placement
from search.found import FEW_HITS
from search.queries import find
from search.results import SearchPage
from search.suggest.spelling.model import Spelling, load_spelling
from search.suggest.spelling.restore import restore
from search.suggest.spelling.words import WORD


def did_you_mean(page: SearchPage) -> str:
    """Return the question the reader most likely meant, "" when that is what was asked or nobody can tell.

    Marks are restored where none were typed and something was found. Letters are changed where little was found, the
    engine's word being the last: the other question must find more. Never a number. Costs one further search, and only
    on pages with few results.
    """
    request = page.request
    spelling = load_spelling()
    if spelling is None or request.exact or request.page > 1 or not request.text or find_number(request.text):
        return ""
    if not page.total or page.total < FEW_HITS or page.relaxed:
        other = restore(request.text, spelling, with_slips=True)
        if fold(other) != fold(request.text):
            return other if _finds_more(page, other) else ""
    if not page.total or has_marks(request.text):
        return ""
    marked = restore(request.text, spelling)
    return marked if has_marks(marked) and is_sure(marked, spelling) else ""


def is_sure(text: str, spelling: Spelling) -> bool:
    """Tell whether each word the texts know stands beside one it was seen with, or has hardly another spelling."""
    numbers = [spelling.number_of(unify_tone_placement(word.lower())) for word in WORD.findall(text)]
    edged = [0, *numbers, 0]
    return all(
        not number or spelling.is_usual(number) or _is_seen(left, number, right, spelling)
        for left, number, right in zip(edged, numbers, edged[2:], strict=False)
    )


def _is_seen(left: int, number: int, right: int, spelling: Spelling) -> bool:
    before = bool(left) and spelling.seen_together(left, number) > 0
    return before or (bool(right) and spelling.seen_together(number, right) > 0)


def _finds_more(page: SearchPage, text: str) -> bool:
    """Tell whether something holds every word of the other question, and more than hold those of the first."""
    found, _degraded = find(replace(page.request, text=text, exact=True))
    return found.total > 0 and (page.relaxed or found.total > page.total)
