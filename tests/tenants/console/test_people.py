"""What operators do about people: find, invite, change roles, lock."""

import pytest
from django.core import mail

from core.identity.models import Identity, Trace
from tenants.units.models import Membership, Role, Unit
from tests.tenants.console.test_units import unit_url
from tests.tenants.memberships.mail import run_tasks

PEOPLE = "/quan-tri/nguoi-dung/"
LAN = "lan@anbinh.example"


def identity(email: str = LAN) -> Identity:
    return Identity.objects.get(email=email)


def page_of(email: str = LAN, part: str = "") -> str:
    return f"{PEOPLE}{identity(email).uuid}/{part}"


@pytest.mark.parametrize("words", ["nguyen thi lan", "Nguyễn Lan", "LAN@anbinh", "lan nguyễn"])
def test_people_are_found_with_and_without_marks(console, words: str) -> None:
    text = console().get(PEOPLE, {"q": words}).content.decode()
    assert LAN in text
    assert "hoa@phuhoa.example" not in text


def test_dang_khoa_is_found_by_d(console) -> None:
    assert "khoa@so.example" in console().get(PEOPLE, {"q": "dang dang khoa"}).content.decode()


def test_people_are_listed_by_given_name_in_vietnamese_order(console) -> None:
    names = ["Xếp Thứ Dung", "Xếp Thứ Đan", "Xếp Thứ Ân", "Xếp Thứ Anh", "Xếp Thứ Ánh"]
    for number, name in enumerate(names):
        Identity.objects.create(full_name=name, email=f"{number}@thutu.example")
    text = console().get(PEOPLE, {"q": "thutu.example"}).content.decode()
    expected = ["Xếp Thứ Anh", "Xếp Thứ Ánh", "Xếp Thứ Ân", "Xếp Thứ Dung", "Xếp Thứ Đan"]
    assert sorted(names, key=text.index) == expected


def test_lock_ends_the_sessions_and_unlock_lets_in_again(console, sang, log_in) -> None:
    client, lan = console(), log_in(LAN)
    assert client.post(page_of(part="khoa/"), {"reason": "máy bị mất"}).status_code == 302
    assert identity().is_locked
    assert lan.get("/quan-tri/").status_code == 302
    assert Trace.objects.filter(identity=identity(), by=sang, about="máy bị mất").exists()
    client.post(page_of(part="mo-khoa/"))
    assert log_in(LAN).get("/quan-tri/").status_code == 200


def test_an_operator_does_not_lock_himself(console, sang) -> None:
    answer = console().post(page_of(sang.email, "khoa/"), {"reason": "thử xem sao"}, follow=True)
    assert "không thể tự khóa" in answer.content.decode()
    assert not identity(sang.email).is_locked


def test_the_alert_of_a_lost_account_leads_to_its_page(console, visitor) -> None:
    visitor("th-an-binh").post("/quan-tri/bao-mat-tai-khoan/", {"email": LAN})
    run_tasks()
    body = next(letter.body for letter in mail.outbox if letter.to == ["sang@vanhanh.example"])
    path = next(word for word in body.split() if "console.localhost" in word).split("console.localhost")[1]
    client = console()
    text = client.get(path[path.index("/") :]).content.decode()
    assert "có người báo mất tài khoản này" in text
    assert LAN in client.get(PEOPLE, {"bao-mat": "1"}).content.decode()
    client.post(page_of(part="mo-khoa/"))
    assert identity().lost_reported_at is None


def test_an_invited_administrator_may_work_in_the_unit(console) -> None:
    client = console()
    values = {"full_name": "Lê Thị Mới", "email": "moi@anbinh.example", "roles": ["administrator"]}
    assert client.post(f"{unit_url('th-an-binh')}moi-nguoi/", values).status_code == 302
    assert Membership.objects.get(identity__email="moi@anbinh.example").role == Role.ADMINISTRATOR
    run_tasks()
    assert "http://th-an-binh.localhost" in mail.outbox[0].body


def test_an_operator_gives_portal_roles_on_the_portal_only(console) -> None:
    client = console()
    values = {"full_name": "Lê Thị Mới", "email": "moi@so.example", "roles": ["board_head"]}
    assert client.post(f"{unit_url('th-an-binh')}moi-nguoi/", values).status_code == 422
    assert client.post(f"{unit_url('so-gddt')}moi-nguoi/", values).status_code == 302


def test_roles_are_changed_and_ended(console) -> None:
    client, address = console(), f"{unit_url('th-an-binh')}nguoi/{identity().uuid}/"
    assert client.post(address, {"roles": ["approver"]}).status_code == 302
    assert set(Membership.objects.filter(identity=identity(), ended_at=None).values_list("role", flat=True)) == {
        "approver"
    }
    client.post(address, {"roles": []})
    assert not Membership.objects.filter(identity=identity(), ended_at=None).exists()
    assert Unit.objects.get(code="th-an-binh").memberships.filter(identity=identity()).exists()


def test_a_link_is_mailed(console) -> None:
    console().post(page_of(part="gui-lien-ket/"))
    run_tasks()
    assert "http://console.localhost" in mail.outbox[0].body
    assert "/dat-mat-khau/" in mail.outbox[0].body


@pytest.mark.parametrize("part", ["", "khoa/", "mo-khoa/", "gui-lien-ket/"])
def test_only_operators_see_people(console, client, part: str) -> None:
    for other in (client, console(LAN)):
        get = other.get if part == "" else other.post
        answer = get(page_of(part=part), headers={"host": "console.localhost"})
        assert answer.status_code in {302, 404}
    assert not identity().is_locked


def test_what_is_not_there_is_a_vietnamese_404(console) -> None:
    answer = console().get("/quan-tri/khong-co/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()
