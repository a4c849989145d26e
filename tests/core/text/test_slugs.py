"""Addresses: ASCII, at most 60 characters, cut at a word, told apart by a token."""

from unicodedata import normalize

import pytest

from core.slugs import SLUG_LENGTH, slug_for, slugify_title
from core.text.letters import MARKED


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Lễ khai giảng năm học 2026–2027", "le-khai-giang-nam-hoc-2026-2027"),
        ("Đổi mới giáo dục ở Đakrông", "doi-moi-giao-duc-o-dakrong"),
        ("Sở GD&ĐT làm việc với TH&THCS Ba Lòng", "so-gddt-lam-viec-voi-ththcs-ba-long"),
        ("Sách & vở", "sach-vo"),
        ("  “Ngày hội đọc sách” – lần thứ 5! ", "ngay-hoi-doc-sach-lan-thu-5"),
        (normalize("NFD", "Hướng Hoá"), "huong-hoa"),
        ("👍🎉", ""),
        ("", ""),
    ],
)
def test_slugify_title(title, slug):
    assert slugify_title(title) == slug


@pytest.mark.parametrize("letter", MARKED)
def test_no_letter_of_the_alphabet_is_dropped(letter):
    assert len(slugify_title(f"x{letter}x")) == 3


def test_long_titles_are_cut_at_a_word():
    title = "Quyết định ban hành Quy chế quản lý, cung cấp và sử dụng thông tin trên Cổng thông tin điện tử"
    slug = slugify_title(title)
    assert slug == "quyet-dinh-ban-hanh-quy-che-quan-ly-cung-cap-va-su-dung"
    assert len(slug) <= SLUG_LENGTH
    assert slugify_title("a" * 80) == "a" * SLUG_LENGTH
    assert slugify_title("ab " * 20) == "ab-" * 19 + "ab"


def test_slug_for_is_told_apart_by_its_token_and_never_longer_than_60():
    assert slug_for("Lễ khai giảng", "8f3a1c") == "le-khai-giang-8f3a1c"
    assert slug_for("🎉", "8f3a1c") == "8f3a1c"
    assert len(slug_for("Khai giảng " * 20, "8f3a1c")) <= SLUG_LENGTH
