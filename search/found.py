"""What both engines answer, and the rules they share, so that they agree on what is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.text.document_number import find_number
from search.facets import Facet
from search.request import SearchRequest
from search.vocabulary.expansion import Wording

# Fewer hits than this, and the question is asked again with one word being enough.
FEW_HITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An engine's answer, before anything is read for display.

    entries: primary keys in the registry, in order. stories: of each, the key of the original, its own or that of the
    post it repeats; on the network one entry stands for its story. total: at most search.request.MAX_HITS. counts:
    facet → value → hits, each facet counted without its own choice. relaxed: words were let go, and that found more.
    """

    entries: list[int]
    stories: list[int]
    total: int
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)
    relaxed: bool = False


# Of up to two words all must match, of up to six two thirds, then 40 %, then 30 % (rounded down). Measured: ADR 21.
ENOUGH_WORDS = "2<67% 6<40% 10<30%"


def enough_words(count: int) -> int:
    """Return how many of `count` words must match: what Elasticsearch makes of ENOUGH_WORDS."""
    for above, percent in ((10, 30), (6, 40), (2, 67)):
        if count > above:
            return count * percent // 100
    return count


def needs_relaxing(request: SearchRequest, wording: Wording, total: int) -> bool:
    """Tell whether so little was found that some words should be let go; never those of a document's number.

    Nor those of one thing: "giáo dục và đào tạo" is asked as GDĐT, too, which has no word to let go.
    """
    if request.exact or find_number(request.text):
        return False
    return total < FEW_HITS and not wording.is_one_thing
