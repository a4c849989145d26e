"""How the index reads Vietnamese, with the modules every Elasticsearch has (no ICU, no plugin).

Folded fields answer readers who type without marks; exact fields only rank. Measured in docs/adr (search.md §4 and §8).
The long rule lists are generated from the alphabet rather than written out.
"""

from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from core.text.letters import LEVEL, TONES, VOWELS, letter

_TONES = [tone for tone in TONES if tone != LEVEL]
_VOWEL_MARKS = ("\u0302", "\u0306", "\u031b")  # of â ê ô, ă, ơ ư


def compose_rules() -> list[str]:
    """Return the 252 rules that turn decomposed and half-composed letters (Windows-1258 style) into one code point."""
    return [f"{spelling}=>{normalize('NFC', spelling)}" for spelling in _decomposed_spellings()]


def _decomposed_spellings() -> Iterator[str]:
    for vowel in VOWELS + VOWELS.upper():
        plain, mark = normalize("NFD", vowel)[0], normalize("NFD", vowel)[1:]
        if not mark:
            yield from (plain + tone for tone in _TONES)
            continue
        yield plain + mark
        for tone in _TONES:
            yield from (plain + mark + tone, plain + tone + mark, vowel + tone)


def tone_rules() -> list[str]:
    """Return the 60 rules that move the tone of oa, oe, uy to the first vowel (hoà => hòa), and 4 that spare quý."""
    rules = ["qu=>qu", "qU=>qU", "Qu=>Qu", "QU=>QU"]
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for one in (first, first.upper()):
            for two in (second, second.upper()):
                rules += [f"{one}{letter(two, tone)}=>{letter(one, tone)}{two}" for tone in _TONES]
    return rules


def drop_mark_rules() -> list[str]:
    """Return the rules that drop combining marks, which asciifolding leaves alone in decomposed text."""
    return [f"\\u{ord(mark):04X}=>" for mark in (*_TONES, *_VOWEL_MARKS)]


def _analyzer(char_filters: list[str], *filters: str, tokenizer: str = "standard") -> dict[str, Any]:
    return {"tokenizer": tokenizer, "char_filter": char_filters, "filter": list(filters)}


def analysis() -> dict[str, Any]:
    """Return the `analysis` settings of the index."""
    folded = ["vi_dropmarks", "amp_join", "dot_split"]
    exact = ["vi_compose", "vi_tone", "amp_join", "dot_split"]
    number = ["vi_dropmarks", "num_tidy", "dash", "amp_join"]
    return {
        "char_filter": {
            "vi_dropmarks": {"type": "mapping", "mappings": drop_mark_rules()},
            "vi_compose": {"type": "mapping", "mappings": compose_rules()},
            "vi_tone": {"type": "mapping", "mappings": tone_rules()},
            # GD&ĐT is one word; "A & B" stays two.
            "amp_join": {"type": "pattern_replace", "pattern": r"(?<=\p{L})&(?=\p{L})", "replacement": ""},
            # TP.Đông Hà: the standard tokenizer would keep "TP.Đông" as one word that nobody types.
            "dot_split": {"type": "pattern_replace", "pattern": r"(?<=\p{L})\.(?=\p{L})", "replacement": " "},
            "num_tidy": {"type": "pattern_replace", "pattern": r"\s*([/\-–])\s*", "replacement": "$1"},
            "dash": {"type": "mapping", "mappings": ["–=>-", "—=>-"]},
        },
        "filter": {
            "pairs": {
                "type": "shingle", "min_shingle_size": 2, "max_shingle_size": 2, "output_unigrams": False,
            },
            # The whole word, too: "1" of "lớp 1" is shorter than a beginning.
            "edge": {"type": "edge_ngram", "min_gram": 2, "max_gram": 15, "preserve_original": True},
            # A number such as 53/2012/TT-BGDĐT is longer than a word.
            "number_edge": {"type": "edge_ngram", "min_gram": 2, "max_gram": 40},
        },
        "analyzer": {
            "vi_fold": _analyzer(folded, "lowercase", "asciifolding"),
            "vi_fold2": _analyzer(folded, "lowercase", "asciifolding", "pairs"),
            "vi_fold_edge": _analyzer(folded, "lowercase", "asciifolding", "edge"),
            "vi_exact": _analyzer(exact, "lowercase"),
            "vi_exact2": _analyzer(exact, "lowercase", "pairs"),
            "num": _analyzer(number, "lowercase", "asciifolding", tokenizer="keyword"),
            "num_prefix": _analyzer(number, "lowercase", "asciifolding", "number_edge", tokenizer="keyword"),
        },
    }  # fmt: skip
