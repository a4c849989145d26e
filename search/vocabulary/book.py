"""The vocabulary as the search uses it: from typed words to the spellings that mean the same. No database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.text.fold import has_marks
from core.text.normalize import nfc
from tenants.registry.folding import folded_word, folded_words, word_spans

Words = tuple[str, ...]
# How many spellings of one thing are asked for; more cost time and bring little.
MOST_FORMS = 3
# Of a name, the new and the old one, each in its two ways of writing.
MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands in a text. folded: as tenants.registry.folding compares it."""

    start: int
    end: int
    folded: str
    typed: str


def words_of(text: str) -> list[Word]:
    """Return the words of an NFC text in order."""
    return [Word(start, end, folded_word(text[start:end]), text[start:end]) for start, end in word_spans(text)]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing something. text: as it is to be searched, with its marks."""

    text: str
    is_short: bool = False

    @property
    def words(self) -> Words:
        return tuple(folded_words(self.text))

    def is_written(self, words: Sequence[Word]) -> bool:
        """Tell whether the typed words, equal but for marks, may mean this: HĐ does not mean HD."""
        return not self.is_short or all(
            not has_marks(word.typed) or _bare(word.typed) == own
            for word, own in zip(words, map(_bare, _typed_words(self.text)), strict=True)
        )


Forms = tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Forms that mean one thing, in the order of preference.

    keys: recognized where they are typed. found: only asked for; without them every key stands for all keys (strong),
    with them a key stands for these (weak). is_name: a name, as often written with an abbreviation inside as without.
    """

    keys: Forms
    found: Forms = ()
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What a form stands for where it is typed. forms: itself among them, at most MOST_FORMS (MOST_NAMES)."""

    typed: Form
    forms: Forms


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """choices: by the folded words of the form that is typed. longest: words of the longest of them."""

    choices: Mapping[Words, Choice] = field(default_factory=dict)
    longest: int = 0

    def at(self, words: Sequence[Word], place: int) -> tuple[Choice, int] | None:
        """Return the choice for the longest form that begins at this word, and its number of words."""
        for length in range(min(self.longest, len(words) - place), 0, -1):
            found = words[place : place + length]
            choice = self.choices.get(tuple(word.folded for word in found))
            if choice is not None and choice.typed.is_written(found):
                return choice, length
        return None


def compile_vocabulary(meanings: Iterable[Meaning]) -> Vocabulary:
    """Return the vocabulary of these meanings; of two that share a key, the first has it.

    A long form that holds another one is also asked for with that one abbreviated: for SGDĐT, besides "sở giáo dục và
    đào tạo", "sở GDĐT". Once only, so that nothing can go round in a circle.
    """
    known = list(meanings)
    inner = _Inner(known)
    choices: dict[Words, Choice] = {}
    for meaning in known:
        keys = inner.both_ways(meaning.keys) if meaning.is_name else meaning.keys
        found = inner.both_ways(meaning.found) if meaning.is_name else meaning.found
        for typed in keys:
            forms = _names(typed, keys, found) if meaning.is_name else _offered(typed, keys, found, inner)
            choices.setdefault(typed.words, Choice(typed, forms))
    return Vocabulary(choices, max(map(len, choices), default=0))


def _offered(typed: Form, keys: Forms, found: Forms, inner: "_Inner") -> Forms:
    """Return what is asked for: the same for every key of a strong meaning, so that all find the same."""
    longs = found or tuple(form for form in keys if not form.is_short)
    shorts = (typed,) if found else tuple(form for form in keys if form.is_short)
    longs += tuple(form for form in map(inner.abbreviated, longs) if form)
    forms = (*longs[:1], *shorts[:1], *longs[1:], *shorts[1:])[:MOST_FORMS]
    return forms if typed in forms else (*forms[: MOST_FORMS - 1], typed)


def _names(typed: Form, keys: Forms, found: Forms) -> Forms:
    forms = (*found, *keys)[:MOST_NAMES]
    return forms if typed in forms else (*forms[: MOST_NAMES - 1], typed)


class _Inner:
    """Finds strong meanings inside longer texts."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._shorter: dict[Words, str] = {}
        self._longer: dict[Words, str] = {}
        for meaning in meanings:
            longs = [form for form in meaning.keys if not form.is_short]
            shorts = [form for form in meaning.keys if form.is_short]
            if longs and shorts and not meaning.is_name:
                self._shorter |= {form.words: shorts[0].text for form in longs}
                self._longer |= {form.words: longs[0].text for form in shorts}

    def abbreviated(self, form: Form) -> Form | None:
        """Return the form with a long form inside it abbreviated, None when none is a part of it."""
        text = _replace_part(form.text, self._shorter)
        return Form(text) if text else None

    def both_ways(self, forms: Forms) -> Forms:
        """Return each name followed by its other way of writing: "tiểu học Kim Đồng", "TH Kim Đồng"."""
        pairs = (
            (form, _replace_part(form.text, self._longer) or _replace_part(form.text, self._shorter)) for form in forms
        )
        return tuple(spelled for form, text in pairs for spelled in ((form, Form(text)) if text else (form,)))


def _replace_part(text: str, replacements: Mapping[Words, str]) -> str:
    """Return the text with the longest part that has a replacement replaced, the first of equals, or ""."""
    words = words_of(nfc(text))
    longest = max(map(len, replacements), default=0)
    for length in range(min(longest, len(words) - 1), 0, -1):
        for place in range(len(words) - length + 1):
            part = words[place : place + length]
            replacement = replacements.get(tuple(word.folded for word in part))
            if replacement:
                return f"{text[: part[0].start]}{replacement}{text[part[-1].end :]}"
    return ""


def _typed_words(text: str) -> list[str]:
    return [word.typed for word in words_of(nfc(text))]


def _bare(word: str) -> str:
    return word.lower().replace("&", "")
