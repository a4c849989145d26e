"""What files say, and what becomes of files that were made to break the reader. No database."""

import pytest

from search.attachments.enums import Reason
from search.attachments.extraction import TEXT_LIMIT
from search.attachments.extraction.run import extract
from tests.search.attachments import samples
from tests.search.attachments.samples import SENTENCE

READ = {
    "pdf": lambda: samples.pdf(["Kế hoạch năm học"], [SENTENCE]),
    "docx": lambda: samples.docx("Kế hoạch năm học", SENTENCE),
    "doc": (samples.HERE / "ke-hoach.doc").read_bytes,
    "odt": lambda: samples.odt("Kế hoạch năm học", SENTENCE),
    "rtf": lambda: samples.rtf(f"Kế hoạch năm học {SENTENCE}"),
    "xlsx": lambda: samples.xlsx(Tuần=[["Kế hoạch năm học", 2026.0]], Hai=[[SENTENCE]], _Nháp=[["bí mật"]]),
}
HOSTILE = {
    "empty": (lambda: b"", Reason.EMPTY),
    "zip bomb": (samples.zip_bomb, Reason.TOO_HEAVY),
    "greedy pdf": (samples.greedy_pdf, Reason.TOO_HEAVY),
    "cut pdf": (lambda: samples.pdf([SENTENCE])[:60], Reason.DAMAGED),
    "cut docx": (lambda: samples.docx(SENTENCE)[:-40], Reason.DAMAGED),
    "cut doc": (lambda: (samples.HERE / "ke-hoach.doc").read_bytes()[:3000], Reason.DAMAGED),
    "locked docx": (samples.locked_docx, Reason.PASSWORD),
    "locked pdf": (samples.locked_pdf, Reason.PASSWORD),
    "picture called pdf": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), Reason.FOREIGN),
    "archive of nothing": (lambda: samples.zipped({"a.txt": "x"}), Reason.FOREIGN),
}


@pytest.mark.parametrize("kind", READ)
def test_each_kind_gives_its_words(kind):
    found = extract(READ[kind]())
    text = " ".join(text for _number, text in found.pages)
    assert [words in text for words in ("Kế hoạch năm học", SENTENCE, "bí mật", "đã xóa")] == [True, True, False, False]
    assert (found.reason, found.pictures, found.is_truncated) == ("", 0, False)
    assert [number for number, _text in found.pages] == ([1, 2] if kind in {"pdf", "xlsx"} else [None])


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_file_gives_a_reason(case):
    content, reason = HOSTILE[case]
    found = extract(content())
    assert (found.reason, found.pages) == (reason, ())


@pytest.mark.parametrize("make", [samples.laughing_docx, samples.deep_docx])
def test_document_of_tricks_has_no_words(make):
    assert "".join(text for _number, text in extract(make()).pages).strip() == ""


def test_scan_with_a_signature_has_no_text_layer():
    assert extract(samples.scan()).pictures == 2


def test_long_file_is_cut_and_says_so():
    found = extract(samples.docx(*["một hai ba bốn năm " * 1000] * 20))
    assert found.is_truncated
    assert sum(len(text) for _number, text in found.pages) == TEXT_LIMIT
