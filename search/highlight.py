"""Marks a query's words in a text as it is written: accents stay, whatever was typed and whichever engine found it."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tenants.registry.folding import folded_word, word_spans

EXCERPT_LENGTH = 220
# Words before the first match, so that a sentence is not entered at its last word.
_LEAD = 40
# A match this deep in a long document is not worth reading all of it for every result.
_SEARCHED = 50_000


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    word: str


def highlight(text: str, words: frozenset[str]) -> SafeString:
    """Return the whole text escaped, each run of matching words inside <mark>.

    words: as tenants.registry.folding.folded_words gives them.
    """
    return _marked(text, _matches(text, words))


def excerpt(text: str, words: frozenset[str]) -> SafeString:
    """Return about EXCERPT_LENGTH characters around the place with most different words of the query, marked.

    Without a match, the beginning of the text. Cut at words; "…" shows where.
    """
    text = text[:_SEARCHED].replace("\n", " ")
    start, end = _window(text, _matches(text, words))
    part = text[start:end].strip()
    before, after = "… " if start else "", "…" if end < len(text) else ""
    return mark_safe(before + highlight(part, words) + after)  # noqa: S308 both parts are escaped


def _matches(text: str, words: frozenset[str]) -> list[_Match]:
    found = (_Match(start, end, folded_word(text[start:end])) for start, end in word_spans(text))
    return [match for match in found if match.word in words]


def _window(text: str, matches: list[_Match]) -> tuple[int, int]:
    best_start, best_score, last = 0, 0, 0
    for first, match in enumerate(matches):
        last = max(last, first)
        while last < len(matches) and matches[last].end - match.start <= EXCERPT_LENGTH - _LEAD:
            last += 1
        score = len({inside.word for inside in matches[first:last]})
        if score > best_score:
            best_start, best_score = max(0, match.start - _LEAD), score
    start = text.find(" ", best_start) + 1 if best_start else 0
    end = text.rfind(" ", 0, start + EXCERPT_LENGTH) if start + EXCERPT_LENGTH < len(text) else len(text)
    return start, end if end > start else min(len(text), start + EXCERPT_LENGTH)


def _marked(text: str, matches: list[_Match]) -> SafeString:
    parts: list[str] = []
    done = 0
    for start, end in _runs(text, matches):
        parts += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*parts, escape(text[done:])]))  # noqa: S308 every part is escaped


def _runs(text: str, matches: list[_Match]) -> list[tuple[int, int]]:
    """Join matches with nothing but spaces between them: one mark for "tuyển sinh"."""
    runs: list[tuple[int, int]] = []
    for match in matches:
        if runs and text[runs[-1][1] : match.start].isspace():
            runs[-1] = (runs[-1][0], match.end)
        else:
            runs.append((match.start, match.end))
    return runs
