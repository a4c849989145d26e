"""Eleven clipboards as programs really write them, each with the HTML it must become.

`clipboards/<name>.html` (or .txt for plain text) is the input, `<name>.expected.html` the output, one block a line.
"""

import re
from pathlib import Path

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from core.richtext.blocks import CleanRichTextBlock
from core.richtext.clean import CleanedHtml, clean_pasted_html, clean_pasted_text, clean_rich_text
from core.richtext.features import EDITOR_FEATURES

FOLDER = Path(__file__).parent / "clipboards"
CLIPBOARDS = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.html"))
BLOCK_END = re.compile(r"(</(?:p|h2|h3|ul|ol|li|table|thead|tr)>|<(?:ul|ol|table|thead|tbody|tr)>)")

NOTICES = {
    "excel-range": ["phông cũ .VnTime"],
    "google-docs": ["(1 ảnh)"],
    "news-page": ["(1 ảnh)", "khối Video", "1 liên kết"],
    "vni": ["phông cũ VNI"],
    "vntime": ["phông cũ .VnTime", "2 dòng in đậm"],
    "word-headings": ["2 dòng in đậm"],
    "word-images": ["Ảnh dán từ Word không giữ được (2 ảnh). Hãy tải từng ảnh lên bằng nút Ảnh.", "2 liên kết"],
}


def paste(path: Path, **options) -> CleanedHtml:
    content = path.read_text(encoding="utf-8")
    return clean_pasted_text(content) if path.suffix == ".txt" else clean_pasted_html(content, **options)


def one_block_a_line(html: str) -> str:
    return BLOCK_END.sub(r"\1\n", html)


@pytest.fixture(params=CLIPBOARDS, ids=[path.stem for path in CLIPBOARDS])
def clipboard(request):
    return request.param


def test_clipboard_becomes_its_pinned_html(clipboard):
    expected = (FOLDER / f"{clipboard.stem}.expected.html").read_text(encoding="utf-8")
    assert one_block_a_line(paste(clipboard).html) == expected


def test_editor_reads_what_was_lost_or_changed(clipboard):
    notices = paste(clipboard).notices
    expected = NOTICES.get(clipboard.stem, [])
    assert len(notices) == len(expected)
    assert all(part in notice for part, notice in zip(expected, notices, strict=True))


def test_server_path_stores_the_same_html(clipboard):
    """Cleaned for the editor, opened in Draftail, posted back, cleaned on save: nothing more changes."""
    cleaned = paste(clipboard, keep_tables=False).html
    block = CleanRichTextBlock(features=EDITOR_FEATURES)
    posted = ContentstateConverter(EDITOR_FEATURES).from_database_format(cleaned)
    value = block.value_from_datadict({"body": posted}, {}, "body")
    stored = block.clean(value).source
    assert re.sub(r' data-block-key="[a-z0-9]+"', "", stored) == cleaned
    assert stored.count("data-block-key") == value.source.count("data-block-key")
    assert clean_rich_text(stored).html == stored
