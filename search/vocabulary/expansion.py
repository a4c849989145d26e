"""From what was typed to every spelling it is asked in (search.md §8.5). Pure: text, vocabulary in; spellings out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from uuid import UUID

from core.text.normalize import nfc
from search.marks import marked_words
from search.vocabulary.book import Choice, Form, Vocabulary, Word, words_of
from tenants.registry.folding import folded_words

MOST_SPELLINGS = 6
# Of a question full of abbreviations the first few are varied, the rest is asked as typed.
_MOST_VARIED = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of asking. words: folded. marked: those of the typed words outside every choice that carry marks."""

    text: str
    words: tuple[str, ...]
    marked: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in all its spellings, at least one. judged: what tells whether marks were typed; abbreviations do not.

    Both engines ask for all spellings at once: what fits several counts by the one it fits best. meant: the units it
    names; their pages seldom say whose they are, so of them the rest of the question is asked, too.
    """

    spellings: tuple[Spelling, ...]
    judged: str
    meant: "UnitsMeant | None" = None

    @property
    def fewest_words(self) -> int:
        """Return the words of the shortest spelling, at least 1: what a longer one's score is reduced by."""
        return max(1, min(len(spelling.words) for spelling in self.spellings))

    @property
    def is_one_thing(self) -> bool:
        """Whether all of it is one thing: of "trung học phổ thông", which is THPT, no word can be let go."""
        return self.fewest_words == 1

    @property
    def words(self) -> frozenset[str]:
        """Return the words of all spellings, for the highlighter."""
        return frozenset(word for spelling in self.spellings for word in spelling.words)


@dataclass(frozen=True, slots=True)
class UnitsMeant:
    """uuids: of the units a question calls by name. rest: what it says besides, at least one word."""

    uuids: tuple[UUID, ...]
    rest: Wording


def as_typed(text: str) -> Wording:
    """Return the text in the one spelling that was typed."""
    return Wording((Spelling(text, tuple(folded_words(text)), marked_words(text)),), text)


def expand(text: str, vocabulary: Vocabulary) -> Wording:
    """Return the text in at most MOST_SPELLINGS spellings, the same ones whichever of them was typed."""
    text = nfc(text)
    words = words_of(text)
    choices = list(_choices(words, vocabulary))
    if not choices:
        return as_typed(text)
    pieces = _pieces(text, [(words[first], words[last]) for first, last, _choice in choices])
    marked = marked_words(" ".join(pieces))
    spellings: dict[tuple[str, ...], Spelling] = {}
    for forms in _combinations([choice for _first, _last, choice in choices]):
        spelled = _join(pieces, [form.text for form in forms])
        folded = tuple(folded_words(spelled))
        spellings.setdefault(folded, Spelling(spelled, folded, marked))
    judged = _join(pieces, ["" if choice.typed.is_short else _typed(text, words, *at) for *at, choice in choices])
    return Wording(tuple(spellings.values()), judged)


def _choices(words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[int, int, Choice]]:
    """Yield first word, last word and choice of every form typed, from the left, the longest first."""
    place = 0
    while place < len(words):
        found = vocabulary.at(words, place)
        if found is None:
            place += 1
            continue
        choice, length = found
        yield place, place + length - 1, choice
        place += length


def _typed(text: str, words: Sequence[Word], first: int, last: int) -> str:
    return text[words[first].start : words[last].end]


def _pieces(text: str, spans: Iterable[tuple[Word, Word]]) -> list[str]:
    """Return what stands before, between and after the spans: one piece more than there are spans."""
    pieces, done = [], 0
    for first, last in spans:
        pieces.append(text[done : first.start])
        done = last.end
    return [*pieces, text[done:]]


def _join(pieces: Sequence[str], inserted: Sequence[str]) -> str:
    parts = [pieces[0]]
    for form, piece in zip(inserted, pieces[1:], strict=True):
        parts += [form, piece]
    return "".join(parts)


def _combinations(choices: Sequence[Choice]) -> list[tuple[Form, ...]]:
    """Return what to insert, the likeliest first: all written out, all abbreviated, mixed; the typed one always."""
    varied = [choice.forms if place < _MOST_VARIED else (choice.typed,) for place, choice in enumerate(choices)]
    ranked = sorted(product(*(range(len(forms)) for forms in varied)), key=_likelihood)
    found = [
        tuple(forms[rank] for forms, rank in zip(varied, ranks, strict=True))
        for ranks in islice(ranked, MOST_SPELLINGS)
    ]
    typed = tuple(choice.typed for choice in choices)
    return found if typed in found else [*found[: MOST_SPELLINGS - 1], typed]


def _likelihood(ranks: tuple[int, ...]) -> tuple[int, bool, int]:
    return max(ranks), len(set(ranks)) > 1, sum(ranks)
