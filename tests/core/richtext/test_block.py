"""The StreamField block and the editor's endpoint: nothing reaches a page uncleaned."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from wagtail.rich_text import RichText

from core.richtext.blocks import CleanRichTextBlock
from core.richtext.views import clean_paste

FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
BODY = "Đoạn văn này đủ dài để có một đề mục đứng phía trên nó."


@pytest.fixture
def block():
    return CleanRichTextBlock(features=FEATURES)


def typed(text: str, kind: str = "unstyled", key: str = "k0", **extra) -> dict:
    return {"key": key, "text": text, "type": kind, "depth": 0, "inlineStyleRanges": [], "entityRanges": [], **extra}


def posted(block: CleanRichTextBlock, blocks: list[dict], entities: dict | None = None) -> RichText:
    """Return the value of a submitted editor, as a browser without our plugin would send it."""
    raw = {"blocks": blocks, "entityMap": entities or {}}
    return block.value_from_datadict({"body": json.dumps(raw)}, {}, "body")


def test_block_cleans_what_a_browser_without_the_plugin_sends(block):
    bold = [{"offset": 0, "length": 8, "style": "BOLD"}]
    value = posted(
        block,
        [
            typed("Mục đích", key="k1", inlineStyleRanges=bold),
            typed("", key="k2"),
            typed("Tru\u031bo\u031b\u0300ng\u00a0ho\u0323c\u200b. " + BODY, key="k3"),
            typed("- mũ", key="k4"),
            typed("- áo mưa", key="k5"),
            typed("Xin chaøo caùc baïn", key="k6"),
        ],
    )
    assert block.clean(value).source == (
        '<h3 data-block-key="k1">Mục đích</h3>'
        f'<p data-block-key="k3">Trường học. {BODY}</p>'
        '<ul><li data-block-key="k4">mũ</li><li data-block-key="k5">áo mưa</li></ul>'
        '<p data-block-key="k6">Xin chào các bạn</p>'
    )


def test_block_drops_tracking_and_scripts_from_links_and_keeps_pages(block):
    links = [("https://a.vn/?utm_source=z", None), ("javascript:alert(1)", None), (None, 3)]
    entities = {
        str(place): {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page} if page else {"url": url}}
        for place, (url, page) in enumerate(links)
    }
    ranges = [{"offset": place * 2, "length": 1, "key": place} for place in range(3)]
    value = posted(block, [typed("a b c", entityRanges=ranges)], entities)
    stored = block.clean(value).source
    assert '<a href="https://a.vn/">a</a> b ' in stored
    assert 'linktype="page"' in stored
    assert "javascript" not in stored


def test_required_block_notices_that_nothing_is_left(block):
    with pytest.raises(ValidationError):
        block.clean(posted(block, [typed(" \u00a0\u200b")]))


def test_block_offers_the_paste_plugin_to_its_editor(block):
    plugins = block.field.widget.options["plugins"]
    assert [plugin["type"] for plugin in plugins] == ["clean-paste"]
    assert str(plugins[0]["url"]).endswith("/dan-van-ban/")
    assert any("richtext/js/paste.js" in path for path in block.field.widget.media._js)


def answer(**data) -> dict:
    return json.loads(clean_paste(RequestFactory().post("/", data)).content)


def test_endpoint_answers_draft_content_and_sentences():
    result = answer(html=f'<p><b>Mục đích</b></p><p>{BODY}</p><img src="file:///a.jpg">', text="", feature=["h3"])
    assert [(part["type"], part["text"]) for part in result["content"]["blocks"]] == [
        ("header-three", "Mục đích"),
        ("unstyled", BODY),
    ]
    assert result["notices"] == [
        "Ảnh dán từ Word không giữ được (1 ảnh). Hãy tải từng ảnh lên bằng nút Ảnh.",
        "1 dòng in đậm đã được đổi thành đề mục.",
    ]


def test_endpoint_reads_text_when_there_is_no_html():
    result = answer(text="- mũ\n- áo mưa")
    assert [(part["type"], part["text"]) for part in result["content"]["blocks"]] == [
        ("unordered-list-item", "mũ"),
        ("unordered-list-item", "áo mưa"),
    ]


def test_endpoint_answers_no_content_for_an_empty_clipboard():
    assert answer(html="<p>&nbsp;</p>") == {"content": None, "notices": []}


def test_endpoint_refuses_a_get():
    assert clean_paste(RequestFactory().get("/")).status_code == 405
