"""Making units and changing their status by the console's forms."""

import uuid

import pytest

from core.identity.models import Identity
from tenants.registry.models import Entry
from tenants.units.hosts import host_cache
from tenants.units.models import Membership, Unit, UnitSite
from tenants.units.models.trace import UnitTrace
from tenants.units.statuses import UnitStatus
from tests.factories.exchange import publish_post, send_post
from tests.tenants.console.test_units import unit_url

NEW = "/quan-tri/don-vi/moi/"


def form(**values) -> dict[str, object]:
    base = {"code": "th-cam-lo", "name": "Trường Tiểu học Cam Lộ", "kind": "tieu-hoc", "levels": ["tieu-hoc"]}
    return {**base, "palette": "cua-tung", "request_id": str(uuid.uuid4()), **values}


def test_a_unit_without_a_site_enters_the_register(console, sang) -> None:
    answer = console().post(NEW, form(name="Trường  Tiểu học Cam Lộ "), follow=True)
    assert "đã có trong danh bạ" in answer.content.decode()
    unit = Unit.objects.get(code="th-cam-lo")
    assert (unit.name, unit.status) == ("Trường Tiểu học Cam Lộ", UnitStatus.ACTIVE)
    assert not UnitSite.objects.filter(unit=unit).exists()
    assert UnitTrace.objects.get(unit=unit).by == sang


def test_a_double_click_makes_one_unit_one_site_and_one_invitation(console, visitor) -> None:
    client = console()
    values = form(host="th-cam-lo.localhost", admin_name="Lê Thị Mới", admin_email="moi@camlo.example")
    answers = [client.post(NEW, values) for _click in range(2)]
    unit = Unit.objects.get(code="th-cam-lo")
    assert {answer["Location"] for answer in answers} == {unit_url("th-cam-lo")}
    assert UnitSite.objects.filter(unit=unit).count() == 1
    assert Membership.objects.get(unit=unit).identity == Identity.objects.get(email="moi@camlo.example")
    assert visitor("th-cam-lo").get("/").status_code == 200


def test_a_taken_host_is_one_refusal_and_nothing_stays_behind(console) -> None:
    answer = console().post(NEW, form(host="th-an-binh.localhost", motto="Dạy tốt, học tốt"))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert text.count("đã thuộc về đơn vị khác") == 1
    assert 'value="Dạy tốt, học tốt"' in text
    assert not Unit.objects.filter(code="th-cam-lo").exists()


def test_a_taken_code_is_refused(console) -> None:
    answer = console().post(NEW, form(code="th-an-binh"))
    assert "đã thuộc về đơn vị khác trong danh bạ" in answer.content.decode()
    assert Unit.objects.filter(code="th-an-binh").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": " "}, "Chưa nhập tên đơn vị."),
        ({"host": "Tên miền"}, "không đúng"),
        ({"admin_email": "a@b.example"}, "cả họ tên và thư"),
        ({"admin_name": "Lan", "admin_email": "a@b.example"}, "cần một trang để làm việc"),
        ({"kind": "khong-co"}, "Chưa chọn loại đơn vị."),
    ],
)
def test_bad_input_gets_one_sentence_and_makes_nothing(console, values, sentence: str) -> None:
    answer = console().post(NEW, form(**values))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Unit.objects.filter(code="th-cam-lo").exists()


def test_a_unit_that_opens_later_is_prepared_first(console, visitor) -> None:
    console().post(NEW, form(host="th-cam-lo.localhost", opens_later="on"))
    assert Unit.objects.get(code="th-cam-lo").status == UnitStatus.PLANNED
    assert visitor("th-cam-lo").get("/").status_code == 503


def test_a_site_is_made_for_a_unit_that_has_none(console, visitor) -> None:
    client = console()
    client.post(NEW, form())
    assert "Tạo trang" in client.get(unit_url("th-cam-lo")).content.decode()
    site = {"host": "https://TH-Cam-Lo.localhost/", "palette": "nhat-le", "request_id": str(uuid.uuid4())}
    assert client.post(unit_url("th-cam-lo", "trang/"), site).status_code == 302
    assert visitor("th-cam-lo").get("/").status_code == 200
    again = client.post(unit_url("th-cam-lo", "trang/"), {**site, "host": "x.localhost", "request_id": uuid.uuid4()})
    assert "đã có trang" in again.content.decode()


def test_the_confirmation_shows_what_follows(console) -> None:
    text = console().get(unit_url("th-an-binh", "trang-thai/suspended/")).content.decode()
    assert "Tạm dừng đơn vị" in text
    assert "họ thấy lời báo trang đang tạm nghỉ" in text
    assert "Không bài nào bị xóa" in text


def test_an_operator_suspends_and_reactivates_with_a_reason(console, visitor, sang) -> None:
    client = console()
    suspend = unit_url("th-an-binh", "trang-thai/suspended/")
    assert "Chưa viết lý do" in client.post(suspend, {"reason": " "}).content.decode()
    text = client.post(suspend, {"reason": "Trang bị chiếm quyền."}, follow=True).content.decode()
    assert "Lý do: Trang bị chiếm quyền." in text
    host_cache.forget()
    assert visitor("th-an-binh").get("/").status_code == 503
    assert UnitTrace.objects.filter(by=sang).get().about == "Đang hoạt động → Tạm dừng: Trang bị chiếm quyền."
    assert "không cần bước này nữa" in client.post(suspend, {"reason": "Bấm hai lần."}, follow=True).content.decode()
    client.post(unit_url("th-an-binh", "trang-thai/active/"), {"reason": "Đã lấy lại quyền."})
    host_cache.forget()
    assert visitor("th-an-binh").get("/").status_code == 200


def test_addresses_stay_those_of_the_sites_when_the_console_changes_them(console, visitor, an_binh, portal) -> None:
    """The console's host has addresses of its own, in which no page has any."""
    submission = send_post(an_binh, "minh@anbinh.example")
    publish_post(submission, portal)
    submission.refresh_from_db()
    copies = Entry.objects.live().filter(unit=portal.unit, path=submission.portal_path)
    assert copies.count() == 1
    client = console()
    client.post(unit_url("th-an-binh", "trang-thai/suspended/"), {"reason": "Trang bị chiếm quyền."})
    assert visitor("so-gddt").get(submission.portal_path).status_code == 410
    client.post(unit_url("th-an-binh", "trang-thai/active/"), {"reason": "Đã lấy lại quyền."})
    assert visitor("so-gddt").get(submission.portal_path).status_code == 200
    assert copies.count() == 1
    client.post(NEW, form(host="th-cam-lo.localhost"))
    assert not Entry.objects.live().filter(path="").exists()


@pytest.mark.parametrize("part", ["trang/", "trang-thai/suspended/"])
def test_only_operators_change_units(console, sang, part: str) -> None:
    client, address = console(), unit_url("th-an-binh", part)
    sang.is_operator = False
    sang.save()
    for answer in (client.get(address), client.post(address, {"reason": "Không có quyền."}), client.post(NEW, form())):
        assert answer.status_code == 404
    assert Unit.objects.get(code="th-an-binh").status == UnitStatus.ACTIVE


def test_an_unknown_status_answers_404(console) -> None:
    assert console().get(unit_url("th-an-binh", "trang-thai/nghi/")).status_code == 404
