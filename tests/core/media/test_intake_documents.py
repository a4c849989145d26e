"""An uploaded document is what its name says, or it is refused in a sentence."""

import pytest

from core.media.intake import IntakeRefused, accept_document
from core.media.intake.weight import DOCUMENT_LIMIT
from tests.core.media.samples import archive, image_bytes, office, old_office, open_document, pdf, picture, upload


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("a.PDF", b"\r\n" + pdf()),
        ("a.docx", office("docx")),
        ("a.xlsx", office("xlsx")),
        ("a.pptx", office("pptx")),
        ("a.odt", open_document("odt")),
        ("a.ods", open_document("ods")),
        ("a.odp", open_document("odp")),
        ("a.doc", old_office("WordDocument")),
        ("a.xls", old_office("Workbook")),
        ("a.ppt", old_office("PowerPoint Document")),
        ("a.doc", old_office("Workbook", "WordDocument")),
        ("a.rtf", b"{\\rtf1\\ansi Xin chao}"),
        ("a.zip", archive({"mau-don.txt": b"a"})),
    ],
)
def test_every_taken_kind_is_stored_unchanged(name: str, content: bytes) -> None:
    accepted = accept_document(upload(name, content))
    assert accepted.read() == content
    assert accepted.name == name.lower()


def test_name_becomes_plain_letters() -> None:
    accepted = accept_document(upload("Kế hoạch số 12_KH-THAB (bản ký).pdf", pdf()))
    assert accepted.name == "ke-hoach-so-12_kh-thab-ban-ky.pdf"


def test_file_without_extension_gets_its_real_one() -> None:
    assert accept_document(upload("…", office("docx"))).name == "tep.docx"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"%PDF-1.4" + b"\0" * DOCUMENT_LIMIT, "too_large"),
        ("a.pdf", b"MZ" + b"\0" * 200, "wrong_type"),
        ("a.pdf", office("docx"), "wrong_type"),
        ("a.docx", pdf(), "wrong_type"),
        ("a.docx", archive({"a.txt": b"a"}), "wrong_type"),
        ("a.doc", b"<html><body>Word</body></html>", "wrong_type"),
        ("a.xls", old_office("WordDocument"), "wrong_type"),
        ("a.pdf", image_bytes(picture(), "JPEG"), "wrong_type"),
        ("a.exe", b"MZ" + b"\0" * 200, "unknown_type"),
        ("a.html", b"<html><script>alert(1)</script></html>", "unknown_type"),
        ("a.svg", b"<svg><script>alert(1)</script></svg>", "svg"),
        ("a.docm", office("docx"), "unknown_type"),
        ("a.pdf", pdf()[:-10], "truncated"),
        ("a.docx", office("docx")[:-30], "damaged"),
        ("a.docx", office("docx", **{"word/vbaProject.bin": b"macro"}), "macro"),
        ("a.docx", old_office("EncryptedPackage"), "password"),
        ("a.zip", archive({"tai-lieu/cai-dat.EXE": b"MZ"}), "program"),
        ("a.zip", archive(dict.fromkeys("abcdefghijklmnopq", b"\0" * 20_000_000)), "zip_bomb"),
    ],
)
def test_bad_document_is_refused_in_a_sentence(name: str, content: bytes, code: str) -> None:
    with pytest.raises(IntakeRefused) as refused:
        accept_document(upload(name, content))
    assert refused.value.code == code
    assert str(refused.value).endswith(".")
    assert "Hãy" in str(refused.value)


def test_too_large_names_both_weights() -> None:
    with pytest.raises(IntakeRefused) as refused:
        accept_document(upload("a.pdf", b"\0" * (32 * 1024 * 1024)))
    assert str(refused.value) == "Tệp này nặng 32 MB, mức tối đa là 20 MB. Hãy nén tệp hoặc chia thành hai phần."
