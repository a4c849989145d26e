"""From what was typed to what was meant: the likeliest row of words (Viterbi over pairs). About 0.2 ms a query."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from core.text.fold import fold, has_marks, unify_tone_placement
from search.suggest.spelling.learn import EDGE
from search.suggest.spelling.model import Spelling
from search.suggest.spelling.words import WORD

# A word that folds so to more than these is none that needs them all.
_MOST_FORMS = 12
# Of words one slip away, the most frequent.
_MOST_SLIPS = 24
_LETTERS = "abcdeghiklmnopqrstuvxyfjwz"
# How unlikely a slip is: as rare as one word in three thousand.
_SLIP = log(1 / 3000)
# Seen less often, a word may be a slip itself that was published.
_SURELY_A_WORD = 3
_VOWEL = re.compile("[aeiouy]")
# What Telex leaves behind when the keyboard is not switched to Vietnamese: "tuyeenr sinh".
_TELEX_PAIRS = re.compile("(aa|ee|oo|dd|aw|ow|uw)")
_TELEX_TONE = re.compile("(?<=[aeiouy])([a-z]*?)[sfrxj]$|(?<=[aeiouy])[sfrxj](?=[a-z])")


@dataclass(frozen=True, slots=True)
class _Form:
    """A word that may have been meant. number: in the model, EDGE for what it does not know. cost: ≤ 0, of a slip."""

    word: str
    number: int
    cost: float = 0.0


def restore(text: str, spelling: Spelling, *, with_slips: bool = False) -> str:
    """Return the text with the marks that were most likely meant, everything else as it was typed.

    Words that carry marks, hold no vowel (THPT) or stand in no published text stay. with_slips: words that stand in
    none may also become one that is a letter away, or that Telex would have made of them.
    """
    typed = list(WORD.finditer(text))
    choices = [_forms(match[0], spelling, with_slips) for match in typed]
    parts, end = [], 0
    for match, form in zip(typed, _likeliest(choices, spelling), strict=True):
        parts += [text[end : match.start()], form.word]
        end = match.end()
    return "".join([*parts, text[end:]])


def _forms(word: str, spelling: Spelling, with_slips: bool) -> list[_Form]:
    lower = unify_tone_placement(word.lower())
    folded = fold(word)
    if has_marks(word) or not _VOWEL.search(folded):
        known = spelling.number_of(lower)
        if known or not with_slips or not has_marks(word):
            return [_Form(word, known)]
    forms = [_Form(spelling.words[number], number) for number in spelling.by_folded.get(folded, ())[:_MOST_FORMS]]
    if with_slips and not any(spelling.seen(form.number) >= _SURELY_A_WORD for form in forms):
        forms += _slips(folded, spelling)
    return forms or [_Form(word, EDGE)]


def _slips(folded: str, spelling: Spelling) -> list[_Form]:
    near = {one for one in (*_one_letter_away(folded), _without_telex(folded)) if one in spelling.by_folded}
    numbers = [number for one in near for number in spelling.by_folded[one] if spelling.seen(number) >= _SURELY_A_WORD]
    frequent = sorted(numbers, key=spelling.seen, reverse=True)[:_MOST_SLIPS]
    return [_Form(spelling.words[number], number, _SLIP) for number in frequent]


def _one_letter_away(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in _LETTERS)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in _LETTERS)


def _without_telex(word: str) -> str:
    """Return the word without marks that the keys of Telex stand for: "tuyeenr" → "tuyen"."""
    return _TELEX_PAIRS.sub(lambda pair: pair[0][0], _TELEX_TONE.sub(r"\1", word))


def _likeliest(choices: list[list[_Form]], spelling: Spelling) -> list[_Form]:
    """Return the row of forms whose neighbors fit best."""
    paths: list[tuple[float, list[_Form]]] = [(0.0, [])]
    for forms in choices:
        paths = [_best_into(form, paths, spelling) for form in forms]
    ends = ((score + spelling.likelihood(_last(path), EDGE), path) for score, path in paths)
    return max(ends, key=lambda end: end[0])[1]


def _best_into(form: _Form, paths: list[tuple[float, list[_Form]]], spelling: Spelling) -> tuple[float, list[_Form]]:
    score, path = max(
        ((score + spelling.likelihood(_last(path), form.number), path) for score, path in paths), key=lambda one: one[0]
    )
    return score + form.cost, [*path, form]


def _last(path: list[_Form]) -> int:
    return path[-1].number if path else EDGE
