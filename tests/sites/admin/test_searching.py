"""A clerk types without diacritics in the admin's own search boxes, or with them, and finds the same things."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from core.media.models import UnitDocument
from sites.people.models import Official
from tenants.units.context import use_site
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

TITLE = "Ngày hội đọc sách Đường Trường Sơn"


@pytest.fixture
def editor(an_binh, log_in):
    with use_site(an_binh):
        make_article(TITLE, live=False)
        make_article("Ngay khi trời mưa, lớp học vẫn đông", live=False)
        make_image(title="Ảnh sân trường ngày khai giảng")
        UnitDocument.objects.create(title="Kế hoạch năm học", file=ContentFile(b"%PDF-1.4\n%%EOF", name="ke-hoach.pdf"))
        Official.objects.create(full_name="Nguyễn Thị Đượm", title="Hiệu trưởng")
        call_command("update_index", verbosity=0)
    return log_in("lan@anbinh.example")


@pytest.mark.parametrize("typed", ["doc sach", "duong truong son", "đọc sách", "ĐƯỜNG", "đoc sach", "đọ"])
@pytest.mark.parametrize("box", ["/quan-tri/pages/search/", "/quan-tri/pages/3/", "/quan-tri/choose-page/search/"])
def test_page_is_found_however_it_is_typed(editor, box, typed) -> None:
    assert TITLE in editor.get(box, {"q": typed}).text


@pytest.mark.parametrize(
    ("box", "typed", "found"),
    [
        ("/quan-tri/images/", "san truong", "Ảnh sân trường ngày khai giảng"),
        ("/quan-tri/images/chooser/results/", "khai giảng", "Ảnh sân trường ngày khai giảng"),
        ("/quan-tri/documents/", "ke hoach", "Kế hoạch năm học"),
        ("/quan-tri/documents/chooser/results/", "nam hoc", "Kế hoạch năm học"),
    ],
)
def test_picture_and_document_are_found_without_marks(editor, box, typed, found) -> None:
    assert found in editor.get(box, {"q": typed}).text


def test_person_is_found_without_marks(editor, log_in) -> None:
    administrator = log_in("minh@anbinh.example")
    for typed in ("nguyen thi duom", "Nguyễn", "hieu truong"):
        assert "Nguyễn Thị Đượm" in administrator.get("/quan-tri/can-bo/", {"q": typed}).text
    assert "Nguyễn Thị Đượm" not in administrator.get("/quan-tri/can-bo/", {"q": "tran van"}).text


def test_title_written_as_typed_comes_first(editor) -> None:
    text = editor.get("/quan-tri/pages/search/", {"q": "ngày"}).text
    assert text.index(TITLE) < text.index("Ngay khi trời mưa")
