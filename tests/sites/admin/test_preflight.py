"""The pre-flight reads an edition and says what an editor should look at."""

import pytest

from sites.admin.preflight import attention, preflight
from tenants.exchange.edition import EditionContent, EditionFile

LONG = " ".join(["Sáng thứ Bảy, học sinh cùng phụ huynh trồng cây ven sông Thạch Hãn."] * 6)
SHA = "a" * 64


def edition(text: str = "", *, files: tuple[EditionFile, ...] = (), figures: tuple[dict, ...] = ()) -> EditionContent:
    body = [{"type": "paragraph", "value": f"<p>{LONG} {text}</p>"}]
    body += [{"type": "image", "value": {"image": figure, "caption": "", "credit": ""}} for figure in figures]
    return EditionContent(
        title="Trồng cây", summary="Một câu.", author="", published_at="", body=body, files=list(files)
    )


def texts(content: EditionContent) -> str:
    return " ".join(check.text for check in attention(preflight(content)))


def photo(faces: str) -> EditionFile:
    return EditionFile(sha256=SHA, kind="image", filename="a.jpg", title="Lớp 4A", faces=faces)


def test_clean_post_needs_no_attention() -> None:
    assert attention(preflight(edition())) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("số căn cước 045301001234", "số căn cước"),
        ("Liên hệ cô Hạnh 0912 345 678.", "số điện thoại riêng"),
        ("gọi +84912345678", "số điện thoại riêng"),
        ("em An, sinh ngày 02/9/2017", "ngày sinh"),
        ("con hộ nghèo ở thôn 3", "hoàn cảnh hoặc sức khỏe"),
    ],
)
def test_personal_data_is_quoted(words, what) -> None:
    assert what in texts(edition(words))


@pytest.mark.parametrize("words", ["Gọi trường (0233) 3852 456.", "năm học 2026–2027", "1682/QĐ-SGDĐT", "98,5 %"])
def test_official_numbers_are_no_personal_data(words) -> None:
    assert "lộ" not in texts(edition(words))


@pytest.mark.parametrize("faces", ["unconsented", "unanswered", ""])
def test_picture_without_consent_blocks(faces) -> None:
    checks = preflight(edition(files=(photo(faces),)))
    assert any(check.blocking for check in checks)


def test_pictures_are_counted_in_reading_order() -> None:
    described = {"sha256": SHA, "alt_text": "Học sinh trồng cây", "decorative": False}
    bare = {"sha256": SHA, "alt_text": "", "decorative": False}
    content = edition(files=(photo("no_faces"),), figures=(described, bare))
    assert "Ảnh thứ 2 chưa có lời mô tả" in texts(content)


def test_short_text_long_title_and_missing_summary_are_named() -> None:
    content = EditionContent(title="T" * 130, summary="", author="", published_at="", body=[])
    assert "Bài chỉ có 0 chữ" in texts(content)
    assert "Tiêu đề dài 130 ký tự" in texts(content)
    assert "Bài chưa có tóm tắt" in texts(content)
