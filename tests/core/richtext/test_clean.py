"""The rules of core.richtext one by one, on the smallest markup that shows them."""

import pytest

from core.richtext.clean import PastedTable, clean_pasted_html, clean_pasted_text, clean_rich_text, read_pasted

BODY = "<p>Đoạn văn này đủ dài để có một đề mục đứng phía trên nó.</p>"


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        # runs
        ("<p>a <strong>b</strong> <em>c</em></p>", "<p>a <b>b</b> <i>c</i></p>"),
        ("<p><b>ph</b><b>ụ</b> huynh</p>", "<p><b>phụ</b> huynh</p>"),
        ('<p><span style="font-weight:600">a</span><b style="font-weight:normal">b</b></p>', "<p><b>a</b>b</p>"),
        ('<p><span style="font:italic bold 12pt Arial">a</span> b</p>', "<p><b><i>a</i></b> b</p>"),
        ("<p><u>a</u> <s>b</s> <mark>c</mark></p>", "<p>a b c</p>"),
        ("<p>x<sup>2</sup>, CO<sub>2</sub>, 1<sup>st</sup></p>", "<p>x², CO₂, 1st</p>"),
        # blocks and white space
        ("<div>một<div>hai</div>ba</div>", "<p>một</p><p>hai</p><p>ba</p>"),
        ("<p>  a\n\tb&nbsp;&nbsp;c </p><p>&nbsp;</p><p><br></p>", "<p>a b c</p>"),
        ("<p>a<br>b<br><br>c<br></p>", "<p>a<br/>b</p><p>c</p>"),
        ("<pre>a\n  b</pre>", "<p>a<br/>b</p>"),
        ('<div style="white-space:pre-wrap">a\nb</div>', "<p>a<br/>b</p>"),
        ("<blockquote>trích</blockquote><hr>", "<p>trích</p>"),
        ("trần trụi", "<p>trần trụi</p>"),
        ("", ""),
        ("<p> </p>", ""),
        # headings
        ("<h1>A</h1><h2>B</h2><h4>C</h4>", "<h2>A</h2><h3>B</h3><h3>C</h3>"),
        ("<h4>A</h4>", "<h2>A</h2>"),
        ('<div role="heading" aria-level="3"><b>A</b></div>', "<h2>A</h2>"),
        (f"<p><b>Mục đích</b></p>{BODY}", f"<h2>Mục đích</h2>{BODY}"),
        (f"<p><b>PHẦN I</b></p><p><b>Mục đích</b></p>{BODY}", f"<h2>PHẦN I</h2><h3>Mục đích</h3>{BODY}"),
        (f"<p><b>1. Mục đích:</b></p>{BODY}", f"<h2>1. Mục đích:</h2>{BODY}"),
        (f"<p><b>Lưu ý:</b></p>{BODY}", f"<p><b>Lưu ý:</b></p>{BODY}"),
        (f"<p><b>Đây là cả một câu.</b></p>{BODY}", f"<p><b>Đây là cả một câu.</b></p>{BODY}"),
        (f"<p><b>{'dài ' * 40}</b></p>{BODY}", f"<p><b>{('dài ' * 40).strip()}</b></p>{BODY}"),
        ("<p><b>HIỆU TRƯỞNG</b></p><p>Lê Thị Hoa</p>", "<p><b>HIỆU TRƯỞNG</b></p><p>Lê Thị Hoa</p>"),
        # lists
        ("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br/>b</li></ul>"),
        ("<ul><li></li><li>a</li></ul>", "<ul><li>a</li></ul>"),
        ("<p>- a</p><p>– b</p>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>- a</p><p>+ b</p>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<p>1. a</p><p>2) b</p>", "<ol><li>a</li><li>b</li></ol>"),
        ("<p>2. a</p><p>3. b</p>", "<p>2. a</p><p>3. b</p>"),
        ("<p>- một mình</p>", "<p>- một mình</p>"),
        ("<p>1. một mình</p>", "<p>1. một mình</p>"),
        ("<p>-5 độ</p><p>-7 độ</p>", "<p>-5 độ</p><p>-7 độ</p>"),
        ("<p>Gồm:<br>• a<br>• b</p>", "<p>Gồm:</p><ul><li>a</li><li>b</li></ul>"),
        # what never stays
        ("<script>x()</script><style>p{}</style><p onclick='x()' id=a>a</p>", "<p>a</p>"),
        ("<p>a<!-- b --><?xml:namespace prefix='o' ?>c</p>", "<p>ac</p>"),
        ("<svg><script>x()</script></svg><math><mi>x</mi></math><p>a</p>", "<p>a</p>"),
        ("<p>a</p><img src=x onerror=alert(1)>", "<p>a</p>"),
        ("<p>&lt;script&gt; &amp; \"'</p>", "<p>&lt;script&gt; &amp; \"'</p>"),
        ("<p style='display:none'>ẩn</p><p>a</p>", "<p>a</p>"),
        ("<template><p>ẩn</p></template><p>a", "<p>a</p>"),
        ("<p>a\x00b\x07</p>", "<p>ab</p>"),
        ("Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n<p>a</p>", "<p>a</p>"),
    ],
)
def test_pasted_markup_is_stored_as(pasted, stored):
    assert clean_pasted_html(pasted).html == stored


@pytest.mark.parametrize(
    ("href", "stored"),
    [
        ("https://x.vn/a?b=1&utm_source=z&fbclid=q#c", "https://x.vn/a?b=1#c"),
        ("https://x.vn/?utm_medium=z", "https://x.vn/"),
        ("HTTP://x.vn/Đường dẫn", "http://x.vn/Đườngdẫn"),
        ("mailto:a@b.vn?subject=Xin chào", "mailto:a@b.vn?subject=Xin chào"),
        ("tel:+84233", "tel:+84233"),
        ("https://www.google.com/url?q=https://a.vn/b&sa=D", "https://a.vn/b"),
        ("https://www.google.com/search?q=https://a.vn/b", "https://www.google.com/search?q=https://a.vn/b"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.vn%2F%3Ffbclid%3D1&h=2", "https://a.vn/"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.vn&data=05", "https://a.vn"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
    ],
)
def test_link_leads_to_its_plain_address(href, stored):
    escaped = stored.replace("&", "&amp;")
    assert clean_pasted_html(f'<a href="{href}">a</a>').html == f'<p><a href="{escaped}">a</a></p>'


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:a",
        "&#106;avascript:alert(1)", "vbscript:x", "data:text/html,<script>", "file:///C:/a.docx", "blob:https://a.vn/1",
    ],
)  # fmt: skip
def test_unusable_link_is_text_and_is_told(href):
    cleaned = clean_pasted_html(f'<p><a href="{href}">a</a> b</p>')
    assert cleaned.html == "<p>a b</p>"
    assert cleaned.notices == ("1 liên kết không dùng được trên trang web đã bị bỏ, chữ vẫn giữ nguyên.",)


@pytest.mark.parametrize(
    "href", ["", "#_Toc1", "/gioi-thieu/", "trang.html", "//x.vn/a", "http://", "https://[x", "about:blank"]
)
def test_address_of_the_page_copied_from_is_silently_text(href):
    cleaned = clean_pasted_html(f'<p><a href="{href}">a</a></p>')
    assert cleaned.html == "<p>a</p>"
    assert cleaned.notices == ()


def test_ids_of_another_units_pages_are_dropped_from_a_clipboard_and_kept_in_our_own_value():
    links = '<a linktype="page" id="3">a</a> <a id="4" linktype="document">b</a> <a href="/c/">c</a>'
    value = f'<p data-block-key="a1">{links}</p>'
    assert clean_pasted_html(value).html == "<p>a b c</p>"
    assert clean_rich_text(value).html == value


@pytest.mark.parametrize("link", ['linktype="page" id="x"', 'linktype="user" id="3"', 'linktype="page"'])
def test_no_other_linktype_is_kept(link):
    assert clean_rich_text(f"<p><a {link}>a</a></p>").html == "<p>a</p>"


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ('<p data-block-key="k1">a</p><p data-block-key="k2"></p>', '<p data-block-key="k1">a</p>'),
        ('<p data-block-key="k1"></p>', ""),
        ('<ul><li data-block-key="k1">a</li></ul>', '<ul><li data-block-key="k1">a</li></ul>'),
        ('<p data-block-key="k1">e\u0323 \u200bx</p>', '<p data-block-key="k1">ẹ x</p>'),
        ("<p>Ngày https://a.vn</p>", "<p>Ngày https://a.vn</p>"),
        ("<h3>A</h3>", "<h3>A</h3>"),
        ('<p>a</p><embed embedtype="image" id="7" alt="b" format="left"/>', "<p>a</p>"),
        ("<p>B¶o Th¾ng</p>", "<p>Bảo Thắng</p>"),
    ],
)
def test_value_of_our_editor_is_stored_as(value, stored):
    assert clean_rich_text(value).html == stored


@pytest.mark.parametrize(
    ("headings", "stored"),
    [((2, 3), "<h2>A</h2><h3>B</h3>"), ((3,), "<h3>A</h3><h3>B</h3>"), ((), "<p><b>A</b></p><p><b>B</b></p>")],
)
def test_headings_keep_to_the_levels_a_block_allows(headings, stored):
    assert clean_rich_text("<h2>A</h2><h3>B</h3>", headings=headings).html == stored
    assert clean_pasted_html("<h1>A</h1><h2>B</h2>", headings=headings).html == stored


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("một\nhai", "<p>một</p><p>hai</p>"),
        ("một\nhai\n\nba\r\n", "<p>một<br/>hai</p><p>ba</p>"),
        ("xem https://a.vn/b?utm_source=z&c=1.", '<p>xem <a href="https://a.vn/b?c=1">https://a.vn/b?utm_source=z&amp;c=1</a>.</p>'),
        ("<b>5 < 7</b>", "<p>&lt;b&gt;5 &lt; 7&lt;/b&gt;</p>"),
        ("Xin chaøo caùc baïn", "<p>Xin chào các bạn</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_plain_text_is_stored_as(text, stored):
    assert clean_pasted_text(text).html == stored


TABLE = "<table><tr><td>{0}</td><td>{1}</td></tr><tr><td>{2}</td><td>{3}</td></tr></table>"


@pytest.mark.parametrize(
    ("cells", "has_head"),
    [
        (("<b>Lớp</b>", "<b>Tên</b>", "5A", "Hoa"), True),
        (("Lớp", "Sĩ số", "5A", "32"), True),
        (("Lớp", "Tên", "5A", "Hoa"), False),
        (("1", "2", "3", "4"), False),
        (("<b>a</b>", "<b>b</b>", "<b>c</b>", "<b>d</b>"), False),
    ],
)
def test_first_row_heads_a_table_when_it_looks_so(cells, has_head):
    (table,) = read_pasted(TABLE.format(*cells)).pieces
    assert table.has_head is has_head
    assert ("<thead>" in clean_pasted_html(TABLE.format(*cells)).html) is has_head


def test_pieces_alternate_between_text_and_tables():
    pasted = read_pasted(
        "<h1>A</h1><p>b</p><table><tr><th colspan=2>Lớp</th></tr><tr><td>5A<p>5B</td><td></td></tr></table><p>c</p>"
    )
    assert pasted.pieces == (
        "<h2>A</h2><p>b</p>",
        PastedTable(rows=(("Lớp", ""), ("5A\n5B", "")), has_head=True),
        "<p>c</p>",
    )


@pytest.mark.parametrize(
    ("table", "stored"),
    [
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<table><tr><td></td></tr></table>", ""),
        ("<table></table>", ""),
    ],
)
def test_layout_table_becomes_paragraphs(table, stored):
    assert clean_pasted_html(table).html == stored


def test_table_inside_a_cell_is_that_cells_text():
    html = TABLE.format("a", "<table><tr><td>b</td><td>c</td></tr></table>", "d", "e")
    assert clean_pasted_html(html).html == (
        "<table><tbody><tr><td>a</td><td>b<br/>c</td></tr><tr><td>d</td><td>e</td></tr></tbody></table>"
    )


def test_text_that_keeps_no_tables_gets_lines_and_a_notice():
    cleaned = clean_pasted_html(TABLE.format("Lớp", "Sĩ số", "5A", "32"), keep_tables=False)
    assert cleaned.html == "<p>Lớp | Sĩ số</p><p>5A | 32</p>"
    assert cleaned.notices == (
        "Bảng đã thành các dòng chữ vì đoạn văn không giữ được bảng. Hãy thêm khối Bảng rồi dán bảng vào đó.",
    )


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ('<p><span style="font-family:.VnTime">häc sinh ph¶i ®i häc</span></p>', "<p>học sinh phải đi học</p>"),
        ('<p style="font-family:&quot;.VnTimeH&quot;">häc sinh</p>', "<p>HỌC SINH</p>"),
        ('<p><font face="VNI-Times">hoïc sinh</font></p>', "<p>học sinh</p>"),
        ('<style>.a{font-family:".VnTime"}</style><p class="a">häc sinh</p>', "<p>học sinh</p>"),
        # Unicode under an old font name, and a legacy name over plain letters
        ('<p style="font-family:.VnTime">học sinh</p>', "<p>học sinh</p>"),
        ('<p style="font-family:.VnTime">các</p>', "<p>các</p>"),
        ('<p style="font-family:.VnTimeH">Quang Tri</p>', "<p>Quang Tri</p>"),
        # one paragraph of each
        (
            '<p style="font-family:.VnTime">tr\u00adêng häc</p><p style="font-family:Arial">trường học</p>',
            "<p>trường học</p><p>trường học</p>",
        ),
        # no font name: only clear cases
        ("<p>Tr\u00adêng häc míi</p><p>café à Paris</p>", "<p>Trường học mới</p><p>café à Paris</p>"),
    ],
)
def test_legacy_font_becomes_unicode(html, stored):
    assert clean_pasted_html(html).html == stored


def test_emoji_drawn_as_a_picture_is_kept_and_unseen_pixels_are_not_told():
    cleaned = clean_pasted_html(
        '<p>Tốt <img alt="👏🏽" src="https://a.vn/c.png"><img src="https://a.vn/t" width=1></p>'
    )
    assert cleaned.html == "<p>Tốt 👏🏽</p>"
    assert cleaned.notices == ()


def test_hostile_depth_and_size_do_not_fail():
    assert clean_pasted_html("<div>" * 1000 + "sâu").html == "<p>sâu</p>"
    assert clean_pasted_html("<ul><li>x" * 300).html.count("<li>") == 300
    assert clean_pasted_html("<p>a</p>" * 5000).html == "<p>a</p>" * 5000
