"""Differences word by word, safe to show."""

from sites.desk.differences import differences
from tenants.exchange.edition import EditionContent, EditionFile


def edition(*paragraphs: str, title: str = "Tiêu đề", files: list[EditionFile] | None = None) -> EditionContent:
    body = [{"type": "paragraph", "value": "".join(f"<p>{text}</p>" for text in paragraphs)}]
    return EditionContent(title=title, summary="", author="", published_at="", body=body, files=files or [])


def lines(old: EditionContent, new: EditionContent) -> dict[str, list[str]]:
    return {part.label: list(part.lines) for part in differences(old, new)}


def ins(text: str) -> str:
    return f'<ins class="lt-ins"><span class="w-sr-only">thêm: </span>{text}</ins>'


def gone(text: str) -> str:
    return f'<del class="lt-del"><span class="w-sr-only">bỏ: </span>{text}</del>'


def test_equal_editions_differ_in_nothing() -> None:
    assert differences(edition("Một."), edition("Một.")) == []


def test_one_word_is_marked_and_the_rest_stays() -> None:
    found = lines(edition(title="Ngày hội đọc sách lần thứ 5"), edition(title="Ngày hội đọc sách lần thứ 6"))
    assert found == {"Tiêu đề": [f"Ngày hội đọc sách lần thứ {gone('5')}{ins('6')}"]}


def test_only_changed_paragraphs_are_shown() -> None:
    found = lines(edition("Đoạn một.", "Đoạn hai.", "Đoạn ba."), edition("Đoạn một.", "Đoạn hai rưỡi.", "Đoạn ba."))
    assert found["Nội dung"] == [f"Đoạn hai {ins('rưỡi')}."]


def test_added_and_removed_paragraphs_are_whole() -> None:
    found = lines(edition("Đoạn một.", "Đoạn cuối."), edition("Đoạn một.", "Đoạn mới.", "Đoạn cuối."))
    assert found["Nội dung"] == [ins("Đoạn mới.")]


def test_strangers_stand_one_after_the_other() -> None:
    found = lines(edition(title="Hội thi kể chuyện"), edition(title="Bữa ăn bán trú tuần 49"))
    assert found["Tiêu đề"] == [gone("Hội thi kể chuyện") + ins("Bữa ăn bán trú tuần 49")]


def test_markup_in_words_is_shown_not_run() -> None:
    found = lines(edition(title="a"), edition(title="a <script>"))
    assert "<script>" not in found["Tiêu đề"][0]


def test_exchanged_picture_is_named() -> None:
    old = EditionFile(sha256="a" * 64, kind="image", filename="a.jpg", title="Lớp 4A")
    new = EditionFile(sha256="b" * 64, kind="image", filename="b.jpg", title="Lớp 4B")
    assert "Ảnh và tệp" in lines(edition(files=[old]), edition(files=[new]))
