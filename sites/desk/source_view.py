"""An edition as the desk reads it: cleaned again, since the words come from another unit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from core.richtext.clean import clean_pasted_html
from sites.admin.preflight import block_words
from tenants.exchange.edition import FILE_SCHEME, EditionContent

FileUrl = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """kind: html, image, file or text. text: words, alternative text or the file's name. url: of picture or file."""

    kind: str
    html: SafeString | str = ""
    text: str = ""
    url: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class SourceView:
    title: str
    summary: str
    author: str
    topics: str
    cover: SourceBlock | None
    blocks: tuple[SourceBlock, ...]


def source_view(content: EditionContent, *, file_url: FileUrl) -> SourceView:
    """Return the edition ready for a template. file_url: content hash → address of the file for the desk's eyes."""
    filled = [block for block in content.body if block["value"] is not None]
    blocks = [shown for block in filled for shown in _shown(block, content, file_url)]
    cover = content.cover_sha256
    return SourceView(
        title=content.title,
        summary=content.summary,
        author=content.author,
        topics=", ".join(content.topics),
        cover=_picture(cover, content.file(cover).alternative_text, "", file_url) if cover else None,
        blocks=tuple(blocks),
    )


def _shown(block: dict[str, Any], content: EditionContent, file_url: FileUrl) -> list[SourceBlock]:
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        return [SourceBlock("html", html=_clean(value))]
    if kind in {"image", "gallery"}:
        figures = [value] if kind == "image" else value["images"]
        return [
            _picture(figure["image"]["sha256"], figure["image"]["alt_text"], figure.get("caption", ""), file_url)
            for figure in figures
            if figure.get("image")
        ]
    if kind == "document":
        file = content.file(value["sha256"])
        return [SourceBlock("file", text=file.title, url=file_url(file.sha256))]
    return [SourceBlock("text", text=block_words(block))]


def _picture(sha256: str, alternative_text: str, caption: str, file_url: FileUrl) -> SourceBlock:
    return SourceBlock("image", text=alternative_text, url=file_url(sha256), caption=caption)


def _clean(value: str) -> SafeString:
    """Markup of another unit passes our sanitizer once more; links to the edition's files stay words."""
    html = clean_pasted_html(value.replace(FILE_SCHEME, "#"), keep_tables=False).html
    return mark_safe(html)  # noqa: S308 – sanitized by core.richtext on the line above
