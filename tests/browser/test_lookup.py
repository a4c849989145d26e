"""A clerk brings results; readers find theirs on a phone and without scripts, on pages axe has no objection to."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hands import Hands
from tests.browser.stack import Stack
from tests.sites.lookup.conftest import HEAD, HOA, KHOA, LAN, book

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]

EXAMS = "/quan-tri/tra-cuu/"


def check(hands: Hands) -> None:
    assert hands.axe_violations() == []
    assert not hands.has_sideways_scroll()


def bring_results(clerk: Hands, stack: Stack, list_file: Path) -> str:
    """Return the address readers use."""
    day = datetime.now().date()  # noqa: DTZ005  # what the clerk reads on the wall
    clerk.log_in(stack.url("portal", "/quan-tri/"), KHOA)
    clerk.open(stack.url("portal", f"{EXAMS}new/"))
    clerk.write("[name=title]", "Kỳ thi tuyển sinh vào lớp 10 năm học 2027–2028")
    clerk.write("[name=opens_at]", f"{day - timedelta(days=1):%d/%m/%Y} 08:00")
    clerk.write("[name=removal_date]", f"{day + timedelta(days=30):%d/%m/%Y}")
    clerk.page.keyboard.press("Escape")
    clerk.go("main button[type=submit]")
    assert not clerk.has_sideways_scroll()
    clerk.write("[name=fact]", "Ngày sinh")
    clerk.attach("[name=file]", [list_file])
    clerk.go("text=Đọc thử tệp")
    assert clerk.sees("Đã đọc thử, chờ đưa lên")
    assert not clerk.has_sideways_scroll()
    clerk.go("text=Đưa kết quả này lên")
    assert clerk.sees("Đã đưa lên kết quả của 2 thí sinh.")
    return str(clerk.page.get_by_role("link", name="Xem trang của người đọc").get_attribute("href"))


def look_up(reader: Hands, url: str) -> None:
    reader.open(url)
    check(reader)
    reader.go("text=Xem kết quả")
    assert reader.sees("Bạn chưa nhập số báo danh.")
    check(reader)
    reader.write("[name=so]", "012345")
    reader.write("[name=kiem]", "4/5/2011")
    reader.go("text=Xem kết quả")
    assert reader.sees("Không có thí sinh nào khớp")
    check(reader)
    reader.write("[name=kiem]", "3/5/2011")
    reader.go("text=Xem kết quả")
    assert reader.sees("Số báo danh: 012345")
    assert reader.sees("15,5")
    assert "012345" not in reader.page.url
    check(reader)


def test_clerk_brings_results_and_readers_find_theirs(
    stack: Stack, desktop: Callable[[], Page], phone: Callable[[], Page], browser: Browser, tmp_path: Path
) -> None:
    list_file = tmp_path / "diem.xlsx"
    list_file.write_bytes(book(HEAD, LAN, HOA))
    url = stack.url("portal", bring_results(Hands(desktop()), stack, list_file))
    look_up(Hands(phone()), url)
    without_scripts = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    reader = Hands(without_scripts.new_page())
    reader.open(url)
    reader.write("[name=so]", "12346")
    reader.write("[name=kiem]", "01122011")
    reader.go("text=Xem kết quả")
    assert reader.sees("Thí sinh Hai")
    without_scripts.close()
