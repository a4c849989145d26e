"""Recognizes what the packages say in English, and English sentences of any other source."""

import re
from collections.abc import Iterator
from functools import cache

from core.catalogue.packages import DOMAINS, messages, overlay, packages

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\{\w*\}")
TAG = re.compile(r"</?\w[^>]*>")
# Words of nearly every English sentence that no Vietnamese sentence has (unlike "to", "an", "in", "on", "be").
FUNCTION_WORDS = re.compile(
    r"\b(?:the|of|this|these|your|you|with|are|is|and|for|not|from|has|have|been|was|will|or|no|by|at)\b"
)
# The same in Vietnamese: units, names of formats, and a language under its own name.
BY_DESIGN = frozenset({"%s KB", "%s MB", "%s GB", "%(size)d byte", "CSV", "XLSX", "JSON", "HTML", "English"})


@cache
def _catalogue() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return strings said as they are, and patterns of those that fill something in; parts between tags count alone."""
    same = {entry.msgid for domain in DOMAINS for entry in overlay(domain) if entry.msgid == entry.msgstr}
    texts, patterns = set(), set()
    for part in {part for text in _texts() - same - BY_DESIGN for part in _parts(text)}:
        (patterns if PLACEHOLDER.search(part) else texts).add(part)
    return frozenset(texts), tuple(re.compile(_pattern(part)) for part in sorted(patterns))


def _texts() -> set[str]:
    found = [message for name, folder in packages().items() for message in messages(folder, package=name)]
    return {message.text for message in found} | {message.plural for message in found if message.plural}


def _parts(text: str) -> Iterator[str]:
    whole = " ".join(text.split())
    parts = [part.strip() for part in TAG.split(whole)]
    for part in parts:
        # Three letters and more: "{}th" would find its end anywhere.
        has_words = len(re.findall(r"[A-Za-z]{3,}", PLACEHOLDER.sub("", part))) > (1 if len(parts) > 1 else 0)
        if has_words:
            yield part


def _pattern(part: str) -> str:
    return ".+?".join(re.escape(piece) for piece in PLACEHOLDER.split(part))


@cache
def is_english(text: str) -> bool:
    """Tell whether a spoken string is one of the packages' English ones, or an English sentence."""
    texts, patterns = _catalogue()
    if text in texts:
        return True
    if not FUNCTION_WORDS.search(text) and not text.isascii():
        return False
    return any(pattern.fullmatch(text) for pattern in patterns) or len(FUNCTION_WORDS.findall(text)) > 1
