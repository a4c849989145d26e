"""Posts that tell the same news are found by the telling words of their titles."""

import pytest

from sites.admin.similar import similar_posts
from tenants.units.context import use_site
from tests.factories.exchange import send_post
from tests.factories.pages import make_article


@pytest.fixture
def of_phu_hoa(phu_hoa):
    with use_site(phu_hoa):
        return make_article("Ngày hội đọc sách lần thứ 5 của Trường Tiểu học Phú Hòa")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Ngày hội đọc sách", True),
        ("ngay hoi doc sach", True),
        ("Trường Tiểu học An Bình tổ chức ngày hội đọc sách năm 2026", True),
        ("Ngày hội đọc sách và trồng cây", False),
        ("Ngày hội", False),
        ("Trường tổ chức lễ hội", False),
        ("'; DROP TABLE", False),
        ("", False),
    ],
)
def test_titles(an_binh, of_phu_hoa, title, found) -> None:
    assert bool(similar_posts(title, sender=an_binh.unit)) is found


def test_own_posts_and_the_portals_copy_are_no_doubles(log_in, an_binh) -> None:
    sent = send_post(an_binh, "minh@anbinh.example", "Ngày hội đọc sách ven sông")
    dung = log_in("dung@so.example")
    for step in ("nhan", "dang"):
        dung.post(f"/quan-tri/ban-bien-tap/{sent.pk}/{step}/")
    assert similar_posts("Ngày hội đọc sách ven sông", sender=an_binh.unit) == []


def test_drafts_of_others_are_not_betrayed(an_binh, phu_hoa) -> None:
    with use_site(phu_hoa):
        make_article("Ngày hội đọc sách bí mật", live=False)
    assert similar_posts("Ngày hội đọc sách bí mật", sender=an_binh.unit) == []
