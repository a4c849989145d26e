"""Word-level differences between two editions, or between an edition and the portal's copy, as `<ins>` and `<del>`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sites.admin.preflight import block_words
from tenants.exchange.edition import EditionContent

# A word or sign with the space behind it; the space is not compared, so that words next to each other stay together.
_TOKEN = re.compile(r"(?:\w+|[^\w\s])\s*")
# Below this share of common words two paragraphs are shown one after the other: word by word they would be confetti.
_KINSHIP = 0.35


@dataclass(frozen=True, slots=True)
class Difference:
    """label: which part changed. lines: marked HTML, one a paragraph."""

    label: str
    lines: tuple[SafeString, ...]


def differences(old: EditionContent, new: EditionContent) -> list[Difference]:
    """Return what readers would see changed from `old` to `new`, part by part; an empty list when nothing did."""
    parts = [
        (_("Tiêu đề"), [old.title], [new.title]),
        (_("Tóm tắt"), [old.summary], [new.summary]),
        (_("Tác giả"), [old.author], [new.author]),
        (_("Chủ đề"), old.topics, new.topics),
        (_("Nội dung"), _body_lines(old), _body_lines(new)),
        (_("Ảnh và tệp"), _file_lines(old), _file_lines(new)),
    ]
    return [Difference(label, tuple(_marked(before, after))) for label, before, after in parts if before != after]


def _body_lines(content: EditionContent) -> list[str]:
    return [line for block in content.body for line in block_words(block).split("\n") if line.strip()]


def _file_lines(content: EditionContent) -> list[str]:
    return [f"{file.title}: {file.alternative_text}" if file.alternative_text else file.title for file in content.files]


def _marked(before: list[str], after: list[str]) -> Iterator[SafeString]:
    """Yield the changed lines; those that stayed are left out."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            for old, new in zip_longest(before[a:b], after[c:d], fillvalue=""):
                yield _marked_line(old, new)


def _marked_line(old: str, new: str) -> SafeString:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, [*map(str.strip, before)], [*map(str.strip, after)], autojunk=False)
    if not old or not new or matcher.ratio() < _KINSHIP:
        return format_html("{}{}", _deleted(before), _inserted(after))
    return format_html_join("", "{}", ((part,) for part in _marked_words(matcher, before, after)))


def _marked_words(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[SafeString]:
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield format_html("{}", "".join(after[c:d]))
        else:
            yield _deleted(before[a:b])
            yield _inserted(after[c:d])


def _deleted(tokens: Iterable[str]) -> SafeString:
    return _wrapped("del", _("bỏ"), "".join(tokens))


def _inserted(tokens: Iterable[str]) -> SafeString:
    return _wrapped("ins", _("thêm"), "".join(tokens))


def _wrapped(tag: str, spoken: str, text: str) -> SafeString:
    """Screen readers do not announce `<ins>` and `<del>`: the word is there for them."""
    if not text:
        return SafeString()
    inner = text.rstrip()
    html = format_html('<{} class="lt-{}"><span class="w-sr-only">{}: </span>{}</{}>', tag, tag, spoken, inner, tag)
    return format_html("{}{}", html, text[len(inner) :])
