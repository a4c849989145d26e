"""Runs set in .VnTime or VNI fonts, or simply typed for them, become Unicode; valid Vietnamese is never touched."""

from collections.abc import Iterable
from dataclasses import replace

from core.richtext.findings import Findings
from core.richtext.model import FontHint, TextBlock
from core.richtext.runs import merge
from core.text.legacy import LegacyEncoding, convert, detect, gain, is_unicode


def convert_legacy(blocks: list[TextBlock], findings: Findings) -> None:
    """Convert in place, before any cleaning: TCVN3's letter ư is the soft hyphen that cleaning removes.

    Under a legacy font, words decide whether a block is converted, and where they do not (có, ASCII) the rest of the
    text does: a document half retyped in Unicode keeps its old font names. Without one, only clear cases are.
    """
    for hint in _hints(blocks):
        _convert_hinted(blocks, hint, findings)
    _convert_unnamed(blocks, findings)
    for block in blocks:
        for run in block.runs:
            run.look = replace(run.look, hint=None)
        block.runs = merge(block.runs)


def _hints(blocks: Iterable[TextBlock]) -> list[FontHint]:
    """Return the hints that occur, each once, in reading order."""
    return list(dict.fromkeys(run.look.hint for block in blocks for run in block.runs if run.look.hint))


def _under(block: TextBlock, hint: FontHint | None) -> str:
    return "".join(run.text for run in block.runs if run.look.hint == hint)


def _convert_hinted(blocks: list[TextBlock], hint: FontHint, findings: Findings) -> None:
    texts = [_under(block, hint) for block in blocks]
    certain = [is_unicode(text, hint.encoding) for text in texts]
    gains = [0 if known else gain(text, hint.encoding) for text, known in zip(texts, certain, strict=True)]
    if sum(gains) <= 0:
        return
    findings.encodings.add(hint.encoding)
    for block, text, known, gained in zip(blocks, texts, certain, gains, strict=True):
        if gained >= 0 and (text.isascii() or not known):
            _rewrite(block, hint, hint.encoding)


def _convert_unnamed(blocks: list[TextBlock], findings: Findings) -> None:
    texts = [_under(block, None) for block in blocks]
    throughout = detect("\n".join(texts))
    for block, text in zip(blocks, texts, strict=True):
        encoding = throughout or detect(text)
        if encoding and not is_unicode(text, encoding) and gain(text, encoding) >= 0:
            findings.encodings.add(encoding)
            _rewrite(block, None, encoding)


def _rewrite(block: TextBlock, hint: FontHint | None, encoding: LegacyEncoding) -> None:
    for run in block.runs:
        if run.look.hint == hint:
            run.text = convert(run.text, encoding)
            if hint and hint.capitals:
                run.text = run.text.upper()
