"""`/hien-thi/`: one cookie of nine values, and a way back that never leaves the host."""

import pytest
from django.test import RequestFactory

from core.frontend.context import display
from core.frontend.display import COOKIE_NAME, SIZES, VIEWS, Display
from core.frontend.views import choose_display


def answer(query: str, cookie: str = "") -> tuple[str, str]:
    """Return where the answer leads and the cookie it sets."""
    request = RequestFactory().get(f"/hien-thi/?{query}")
    request.COOKIES[COOKIE_NAME] = cookie
    response = choose_display(request)
    return response["Location"], response.cookies[COOKIE_NAME].value


def test_size_and_view_are_kept_and_the_reader_comes_back() -> None:
    assert answer("co=2&ve=/tin-tuc/%3Ftrang%3D2") == ("/tin-tuc/?trang=2", "light-125")
    assert answer("nen=tuong-phan&ve=/", "light-125") == ("/", "high-125")


def test_unknown_values_change_nothing() -> None:
    assert answer("co=9&nen=hong&ve=/", "dark-150") == ("/", "dark-150")


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_way_back_never_leaves_the_host(target: str) -> None:
    assert answer(f"co=2&ve={target}")[0] == "/"


def test_cookie_is_one_of_nine_and_anything_else_is_the_default() -> None:
    assert len({Display(size, view).cookie for size in SIZES for view in VIEWS}) == 9
    assert Display.parse("high-125") == Display("125", "high")
    for forged in (None, "", "high", "high-125-x", "<script>-100", "light-99"):
        assert Display.parse(forged) == Display()


def test_context_quotes_the_path_for_the_way_back() -> None:
    request = RequestFactory().get("/tim-kiem/?q=a&trang=2")
    assert display(request)["here"] == "/tim-kiem/%3Fq%3Da%26trang%3D2"
