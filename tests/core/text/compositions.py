"""Every way one Vietnamese letter reaches us: composed, decomposed, and the two half-way forms."""

from unicodedata import normalize


def compositions(letter: str) -> set[str]:
    """Return `letter` as NFC, NFD, Windows-1258 (â + tone) and the reverse (á + ^), marks in any order."""
    decomposed = normalize("NFD", letter)
    base, marks = decomposed[0], decomposed[1:]
    forms = {letter, decomposed, base + marks[::-1]}
    for mark in marks:
        rest = marks.replace(mark, "", 1)
        forms.add(normalize("NFC", base + mark) + rest)
    return forms
