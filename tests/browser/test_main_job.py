"""The main job with hands: a teacher writes on a phone, the Sở curates, a citizen finds, the school takes down."""

import http.client
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.stack import Stack, fetch

pytestmark = [pytest.mark.browser, pytest.mark.elasticsearch]

TITLE = "Học sinh An Bình trồng cây giữ bờ suối"
TEXT = (
    "Sáng thứ Bảy, một trăm hai mươi học sinh khối 4 và 5 cùng phụ huynh trồng tre và sến dọc bờ suối sau trường.\n\n"
    "Mỗi lớp nhận một đoạn dài hai mươi mét, đánh số cọc và theo dõi cây trong ba năm. Cây giống do phụ huynh góp."
)
MOST_TOUCHES = 25
MOST_SECONDS = 120
FINDABLE_SECONDS = 10
GONE_SECONDS = 5


def report(sentence: str) -> None:
    """Figures of the run, shown with `pytest -s` and in the log of a failure."""
    sys.stdout.write(f"\n{sentence}\n")


def until(question: Callable[[], bool], seconds: float) -> float:
    """Ask again and again; return after how many seconds the answer was yes. Fail when it never is."""
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        if question():
            return time.monotonic() - started
        time.sleep(0.25)
    raise AssertionError(f"not within {seconds} s")


def test_the_main_job(stack: Stack, phone: Callable[[], Page], desktop: Callable[[], Page], photos: list[Path]) -> None:
    teacher = Hands(phone())
    teacher.log_in(stack.url("th-an-binh", "/quan-tri/"), "minh@anbinh.example")
    article_path = _write_and_send(teacher, photos)

    desk = Hands(desktop())
    desk.log_in(stack.url("portal", "/quan-tri/"), "dung@so.example")
    _publish(desk, stack)

    citizen = Hands(phone())
    copy_url = _find(citizen, stack)
    citizen.open(copy_url)
    assert citizen.sees("Trường Tiểu học An Bình")
    canonical = citizen.page.get_attribute("link[rel=canonical]", "href")
    assert canonical == stack.url("th-an-binh", article_path)
    assert citizen.axe_violations() == []
    assert not citizen.has_sideways_scroll()
    picture = citizen.page.locator("main img").first.evaluate("image => image.currentSrc")

    _take_down(teacher, stack)
    gone = until(lambda: _is_gone(stack, copy_url, picture), GONE_SECONDS)
    report(f"gone from page, listing, picture and search after {gone:.2f} s")


def _write_and_send(teacher: Hands, photos: list[Path]) -> str:
    """Write a post with two photos on a slow phone and send it. Return the article's path."""
    teacher.slow_down()
    started, teacher.touches = time.monotonic(), 0
    teacher.go("a:has-text('Viết bài') >> visible=true")
    teacher.write("[name=title]", TITLE)
    teacher.write("textarea[name=text]", TEXT)
    teacher.attach("#lt-files", photos)
    teacher.page.wait_for_selector(".lt-photo >> nth=1", timeout=60_000)
    for number in (0, 1):
        teacher.write(f".lt-photo >> nth={number} >> [name$=alt]", f"Học sinh trồng cây, ảnh {number + 1}.")
        teacher.press(f".lt-photo >> nth={number} >> .lt-photo__faces label >> nth=0")
    assert not teacher.has_sideways_scroll()
    teacher.go("button[value=publish]")
    assert teacher.sees(TITLE), teacher.page.inner_text("body")[:800]
    if "gui" not in teacher.path:
        teacher.go("a:has-text('Gửi Sở') >> visible=true")
    teacher.go("main button:has-text('Gửi Sở')")
    seconds = time.monotonic() - started
    assert teacher.sees("Sở đã nhận bài") or teacher.sees("Đã gửi")
    assert not teacher.has_sideways_scroll()
    report(f"{teacher.touches} interactions, {seconds:.0f} s on slow 4G")
    assert teacher.touches <= MOST_TOUCHES
    assert seconds <= MOST_SECONDS
    address = teacher.page.locator("a[href*='/tin-tuc/']").first.get_attribute("href")
    assert address
    return address.split(".localhost", 1)[-1].split("/", 1)[-1].join(["/", ""])


def _publish(desk: Hands, stack: Stack) -> None:
    desk.open(stack.url("portal", "/quan-tri/ban-bien-tap/"))
    desk.go(f"a:has-text('{TITLE}')")
    desk.go("button:has-text('Nhận xử lý')")
    desk.go("button:text-is('Đăng')")
    assert desk.sees("Bài đã đăng trong “Thông tin từ cơ sở”"), desk.page.inner_text("body")[:800]


def _find(citizen: Hands, stack: Stack) -> str:
    """Search without marks until the portal's copy is found; return its address.

    The school's own post is found since the school published it, so only the copy tells that the desk did.
    """
    address = stack.url("portal", "/tim-kiem/?q=trong+cay+giu+bo+suoi")
    copies = citizen.page.locator("main a[href*='/thong-tin-tu-co-so/']", has_text=TITLE)

    def found() -> bool:
        citizen.open(address)
        return copies.count() > 0

    seconds = until(found, FINDABLE_SECONDS)
    report(f"found {seconds:.2f} s after publication")
    assert citizen.axe_violations() == []
    href = copies.first.get_attribute("href") or ""
    return href if href.startswith("http") else stack.url("portal", href)


def _take_down(teacher: Hands, stack: Stack) -> None:
    teacher.open(stack.url("th-an-binh", "/quan-tri/bai-da-gui/"))
    teacher.go(f"a:has-text('{TITLE}')")
    teacher.go("a:has-text('Gỡ bài'), button:has-text('Gỡ bài')")
    teacher.press("label:has-text('Theo quy định của pháp luật'), option")
    teacher.write("textarea", "Phụ huynh yêu cầu gỡ theo quy định.")
    teacher.go("main form button:has-text('Gỡ')")


def _is_gone(stack: Stack, copy_url: str, picture: str) -> bool:
    """Page, listing, picture and search, each as a citizen asks for it."""
    if fetch(copy_url)[0] != http.client.GONE or fetch(picture)[0] != http.client.NOT_FOUND:
        return False
    pages = (stack.url("portal", "/thong-tin-tu-co-so/"), stack.url("portal", "/tim-kiem/?q=trong+cay+giu+bo+suoi"))
    return all(TITLE not in fetch(page)[1] for page in pages)
