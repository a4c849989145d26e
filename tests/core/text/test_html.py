"""The words of an HTML fragment."""

import pytest

from core.text.html import html_to_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Một</p><p>Hai</p>", "Một\nHai"),
        ("<p>Trường <b>TH</b>&amp;<i>THCS</i> Ba Lòng</p>", "Trường TH&THCS Ba Lòng"),
        ("<ul><li>sách</li><li>vở</li></ul>", "sách\nvở"),
        ("<table><tr><th>Lớp</th><td>5A</td></tr></table>", "Lớp\n5A"),
        ("<p>dòng một<br>dòng hai</p>", "dòng một\ndòng hai"),
        ("<script>alert(1)</script><style>p{}</style><p>chữ</p><!-- ẩn -->", "chữ"),
        ("<p>a\n   b&nbsp; c</p>", "a b c"),
        ("không có thẻ < và > nào", "không có thẻ < và > nào"),
        ("<p>chưa đóng <b>thẻ", "chưa đóng thẻ"),
        ("<svg><text>x</text></svg>sau", "sau"),
        ("", ""),
        ("\x00", ""),
    ],
)
def test_html_to_text(markup, text):
    assert html_to_text(markup) == text


def test_html_to_text_survives_a_thousand_nested_tags():
    assert html_to_text("<div>" * 1000 + "sâu") == "sâu"
