"""What the Sở puts on top: kept in the portal's admin, shown at once, gone with its target."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from search.bestbets.models import BestBet
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tests.tenants.registry.documents import NOON, document

DESK = "/quan-tri/de-xuat/"


@pytest.fixture(autouse=True)
def post(an_binh, portal, without_elasticsearch):
    record_published(unit=an_binh.unit, document=document(1, "Ngày hội đọc sách"), at=NOON)


@pytest.fixture
def typed():
    return {
        "spellings": "Đọc sách\nngày hội  sách",
        "title": "Sách hay trong tháng",
        "address": "http://th-an-binh.localhost/tin-tuc/bai-1/",
        "sentence": "Danh mục do Sở chọn.",
        "starts_on": timezone.localdate().isoformat(),
        "ends_on": "",
        "is_active": "on",
    }


@pytest.fixture
def desk(log_in):
    return log_in("dung@so.example")


@pytest.fixture
def on_top(visitor):
    """Return a function: query string, unit's code → titles of the bets a reader sees."""

    def read(query: str, code: str = "so-gddt") -> list[str]:
        page = visitor(code).get(f"/tim-kiem/?{query}").content.decode()
        return re.findall(r'aria-label="Đề xuất của Sở".*?<h3><a href="[^"]*">(.*?)</a>', page, re.DOTALL)

    return read


def test_bet_shows_at_once_for_each_spelling_on_the_network_alone(desk, typed, on_top):
    assert desk.post(f"{DESK}them/", typed).status_code == 302
    for query in ("q=doc+sach", "q=ĐỌC+SÁCH!", "q=Ngày+hội+sách"):
        assert on_top(query) == ["Sách hay trong tháng"], query
    assert on_top("q=đọc+sách&pham-vi=mang-luoi", "th-an-binh") == ["Sách hay trong tháng"]
    assert on_top("q=đọc+sách", "th-an-binh") == []
    assert on_top("q=sách") == []
    bet = BestBet.objects.get()
    assert desk.post(f"{DESK}{bet.pk}/", typed | {"is_active": ""}).status_code == 302
    assert on_top("q=doc+sach") == []


def test_bet_keeps_to_its_days_and_to_what_readers_can_open(desk, typed, on_top, an_binh):
    desk.post(f"{DESK}them/", typed)
    today = timezone.localdate()
    for first, last, shown in ((1, None, False), (-9, -1, False), (-9, 0, True), (0, 0, True)):
        days = {
            "starts_on": today + timedelta(days=first),
            "ends_on": last if last is None else today + timedelta(last),
        }
        BestBet.objects.update(**days)
        assert bool(on_top("q=doc+sach")) is shown, days
    record_gone(unit=an_binh.unit, object_type="article", object_id=1, at=NOON)
    assert on_top("q=doc+sach") == []


def test_list_greys_what_is_over_and_deleting_asks_first(desk, typed, on_top):
    desk.post(f"{DESK}them/", typed)
    bet = BestBet.objects.get()
    BestBet.objects.update(starts_on="2026-01-01", ends_on="2026-02-01")
    page = desk.get(DESK).content.decode()
    assert "Hết hạn từ 01/02/2026" in page
    assert "lt-lines__line lt-over" in page
    assert "Võ Tiến Dũng" in page
    assert "Xóa đề xuất “Sách hay trong tháng”?" in desk.get(f"{DESK}{bet.pk}/xoa/").content.decode()
    assert BestBet.objects.exists()
    desk.post(f"{DESK}{bet.pk}/xoa/")
    assert not BestBet.objects.exists()


def test_preview_shows_the_bet_and_stores_nothing(desk, typed):
    page = desk.post(f"{DESK}them/", typed | {"xem-truoc": "1"}).content.decode()
    assert "Người đọc sẽ thấy" in page
    assert not BestBet.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"spellings": " "}, "Hãy ghi ít nhất một câu hỏi của người đọc."),
        ({"spellings": "sách\n!!!"}, "Dòng “!!!” không phải một câu hỏi"),
        ({"address": "trang nào đó"}, "Địa chỉ chưa đúng."),
        ({"address": "http://example.com/"}, "Trang ngoài mạng lưới phải có địa chỉ bắt đầu bằng https://."),
        ({"address": "https://[::1"}, "Địa chỉ chưa đúng."),
        ({"address": "javascript:alert(1)"}, "Địa chỉ chưa đúng."),
        ({"starts_on": "mai"}, "Ngày bắt đầu không đọc được."),
        ({"ends_on": "2020-01-01"}, "Ngày kết thúc phải từ ngày bắt đầu trở đi."),
        ({"title": ""}, "Hãy ghi tên của trang được đề xuất."),
    ],
)
def test_wrong_fields_are_told_in_a_sentence_and_nothing_is_lost(desk, typed, wrong, told):
    answer = desk.post(f"{DESK}them/", typed | wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert "Danh mục do Sở chọn." in page


def test_nobody_outside_the_sos_staff_reaches_the_bets(log_in):
    assert log_in("khoa@so.example").get(DESK).status_code == 200
    assert log_in("mai@so.example").get(DESK).status_code == 403
    assert log_in("minh@anbinh.example").get(DESK).status_code == 404
