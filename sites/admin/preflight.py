"""What an editor should know about a post before it goes to the Sở or onto the portal; read from the edition alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.media.models import Faces
from core.text.html import html_to_text
from sites.admin.timeline import Tone
from tenants.exchange.edition import EditionContent

SHORT_BODY_WORDS = 60
LONG_TITLE_CHARACTERS = 120
_EXCERPT_LIMIT = 3

# NĐ 356/2025 Đ3–4: what identifies a person or is sensitive, as people write it in school news.
_PERSONAL: tuple[tuple[re.Pattern[str], Callable[[], str]], ...] = (
    (re.compile(r"(?<!\d)(?:\d{12}|\d{3}[ .]\d{3}[ .]\d{3}[ .]\d{3})(?!\d)"), lambda: _("số căn cước")),
    (re.compile(r"(?<!\d)(?:\+84|0)[ .]?[35789](?:[ .]?\d){8}(?!\d)"), lambda: _("số điện thoại riêng")),
    (re.compile(r"sinh ngày:?\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", re.IGNORECASE), lambda: _("ngày sinh")),
    (
        re.compile(r"\b(?:hộ nghèo|hộ cận nghèo|mồ côi|khuyết tật|HIV|bệnh hiểm nghèo|hạnh kiểm yếu)\b", re.IGNORECASE),
        lambda: _("hoàn cảnh hoặc sức khỏe của một người"),
    ),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the pre-flight. blocking: the post cannot be sent or published until it is settled."""

    text: str
    tone: Tone
    blocking: bool = False


def preflight(content: EditionContent) -> list[Check]:
    """Return the checks of an edition: consent, alternative text, personal data, length. No query."""
    return [*_consent(content), *_alternative_texts(content), *_personal_data(content), *_length(content)]


def attention(checks: list[Check]) -> list[Check]:
    """Return the checks that are not in order."""
    return [check for check in checks if check.tone != "ok"]


def edition_words(content: EditionContent) -> str:
    """Return title, summary and all words of the body as plain text, one block a line."""
    return "\n".join([content.title, content.summary, *(block_words(block) for block in content.body)])


def block_words(block: dict[str, Any]) -> str:
    """Return the words of one block of an edition: markup removed, hashes and switches left out."""
    if block["type"] == "paragraph":
        return html_to_text(block["value"])
    return "\n".join(_words(block["value"]))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in {"sha256", "url", "id", "type"}:
                yield from _words(item)


def _consent(content: EditionContent) -> Iterator[Check]:
    images = [file for file in content.files if file.kind == "image"]
    open_ones = [file for file in images if file.faces not in {Faces.NO_FACES, Faces.CONSENTED}]
    for file in open_ones:
        yield Check(
            _("Ảnh “%(title)s” có mặt học sinh nhưng chưa có đồng ý.") % {"title": file.title}, "bad", blocking=True
        )
    if images and not open_ones:
        yield Check(_("Ảnh đã có câu trả lời về mặt học sinh."), "ok")


def _alternative_texts(content: EditionContent) -> Iterator[Check]:
    figures = list(_figures(content))
    missing = [number for number, has_text in enumerate(figures, start=1) if not has_text]
    for number in missing:
        yield Check(_("Ảnh thứ %(number)d chưa có lời mô tả cho người không nhìn thấy.") % {"number": number}, "warn")
    if figures and not missing:
        yield Check(_("Mọi ảnh đã có lời mô tả."), "ok")


def _figures(content: EditionContent) -> Iterator[bool]:
    """Yield for each picture in reading order whether it has words or is marked as decoration."""
    if content.cover_sha256:
        yield bool(content.file(content.cover_sha256).alternative_text)
    for block in content.body:
        if block["type"] not in {"image", "gallery"} or not block["value"]:
            continue
        for figure in [block["value"]] if block["type"] == "image" else block["value"]["images"]:
            if image := figure.get("image"):
                yield bool(image["alt_text"] or image["decorative"])


def _personal_data(content: EditionContent) -> Iterator[Check]:
    text = edition_words(content)
    found = False
    for pattern, what in _PERSONAL:
        excerpts = list(dict.fromkeys(match[0] for match in pattern.finditer(text)))
        if excerpts:
            found = True
            quoted = ", ".join(f"“{excerpt}”" for excerpt in excerpts[:_EXCERPT_LIMIT])
            yield Check(
                _("Có thể lộ %(what)s: %(excerpts)s. Hãy xem lại.") % {"what": what(), "excerpts": quoted}, "warn"
            )
    if not found:
        yield Check(_("Không thấy số căn cước, số điện thoại riêng hay ngày sinh."), "ok")


def _length(content: EditionContent) -> Iterator[Check]:
    count = sum(len(block_words(block).split()) for block in content.body)
    if count < SHORT_BODY_WORDS:
        yield Check(_("Bài chỉ có %(count)d chữ. Hãy viết thêm ai, ở đâu, kết quả ra sao.") % {"count": count}, "warn")
    if len(content.title) > LONG_TITLE_CHARACTERS:
        yield Check(_("Tiêu đề dài %(count)d ký tự. Hãy rút ngắn.") % {"count": len(content.title)}, "warn")
    if not content.summary:
        yield Check(_("Bài chưa có tóm tắt."), "warn")
