import re
from datetime import datetime

import pytest
from django.test import Client

from core.accounts.models import User
from core.identity.models import Identity
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, Unit
from tests.support.network import PASSWORD

LOG_IN = "/quan-tri/dang-nhap/"
LAN = "lan@anbinh.example"


def try_to(client: Client, email: str = LAN, password: str = PASSWORD, **extra: str):
    return client.post(LOG_IN, {"email": email, "password": password, **extra})


def is_logged_in(client: Client) -> bool:
    return client.get("/quan-tri/mat-khau/").status_code == 200


def test_a_person_of_the_unit_logs_in(visitor) -> None:
    client = visitor("th-an-binh")
    response = try_to(client)
    assert response.status_code == 302
    assert response["Location"] == "/quan-tri/"
    assert client.get("/quan-tri/").status_code == 200


@pytest.mark.parametrize("email", ["LAN@anbinh.example", "  lan@AnBinh.example "])
def test_the_address_may_be_typed_in_any_case(visitor, email: str) -> None:
    client = visitor("th-an-binh")
    assert try_to(client, email).status_code == 302


def test_a_password_with_marks_works_in_either_composition(visitor) -> None:
    lan = Identity.objects.get(email=LAN)
    lan.set_password("mẹ về quê chiều nay")
    lan.save()
    for written in ("mẹ về quê chiều nay", "me\u0323 ve\u0302\u0300 que\u0302 chie\u0302\u0300u nay"):
        assert try_to(visitor("th-an-binh"), password=written).status_code == 302


def test_refusal_is_the_same_for_unknown_addresses_wrong_passwords_and_strangers(visitor) -> None:
    tries = [(LAN, "sai mat khau"), ("khong-co@anbinh.example", "sai mat khau"), ("hoa@phuhoa.example", PASSWORD)]
    answers = set()
    for email, password in tries:
        response = try_to(visitor("th-an-binh"), email, password)
        text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode()).replace(email, "")
        answers.add((response.status_code, text))
    assert len(answers) == 1
    assert "Thư điện tử hoặc mật khẩu chưa đúng" in answers.pop()[1]


def test_a_locked_person_is_refused(visitor) -> None:
    Identity.objects.filter(email=LAN).update(is_locked=True)
    client = visitor("th-an-binh")
    assert try_to(client).status_code == 200
    assert not is_logged_in(client)


def test_a_person_without_an_open_role_is_refused(visitor) -> None:
    Membership.objects.filter(identity__email=LAN).update(ended_at=datetime.fromisoformat("2026-11-01T00:00+07:00"))
    client = visitor("th-an-binh")
    try_to(client)
    assert not is_logged_in(client)


@pytest.mark.parametrize(
    "next_path", ["https://xau.example/", "//xau.example/", "javascript:alert(1)", "/\\xau.example"]
)
def test_next_never_leads_to_another_host(visitor, next_path: str) -> None:
    response = try_to(visitor("th-an-binh"), next=next_path)
    assert response["Location"] == "/quan-tri/"


def test_next_leads_back_to_the_page_that_was_asked_for(visitor) -> None:
    client = visitor("th-an-binh")
    asked = client.get("/quan-tri/pages/")
    assert asked["Location"].startswith(LOG_IN)
    response = client.post(asked["Location"], {"email": LAN, "password": PASSWORD, "next": "/quan-tri/pages/"})
    assert response["Location"] == "/quan-tri/pages/"


def test_five_wrong_passwords_close_the_door_and_say_when_it_opens(visitor) -> None:
    client = visitor("th-an-binh")
    for _ in range(4):
        assert try_to(client, password="sai mat khau roi do").status_code == 200
    assert try_to(client, "LAN@anbinh.example", "sai mat khau roi do").status_code == 429
    locked = try_to(client)
    text = locked.content.decode()
    assert locked.status_code == 429
    assert "Bạn thử lại sau" in text
    assert not is_logged_in(client)
    assert try_to(visitor("th-phu-hoa"), "hoa@phuhoa.example").status_code == 302


def test_an_unknown_address_is_locked_out_alike(visitor) -> None:
    client = visitor("th-an-binh")
    codes = [try_to(client, "khong-co@vidu.example", "sai").status_code for _ in range(6)]
    assert codes == [200, 200, 200, 200, 429, 429]


def test_waiting_does_not_start_again_with_each_try(visitor) -> None:
    client = visitor("th-an-binh")
    for _ in range(5):
        first = try_to(client, password="sai")
    time_said = first.content.decode().split("<strong>")[1].split("</strong>")[0]
    assert time_said in try_to(client).content.decode()


@pytest.mark.parametrize(("status", "sentence"), [("suspended", "đang tạm dừng"), ("closed", "đã kết thúc hoạt động")])
def test_a_resting_unit_says_so_and_lets_nobody_in(an_binh, visitor, status: str, sentence: str) -> None:
    Unit.objects.filter(pk=an_binh.unit_id).update(status=status)
    client = visitor("th-an-binh")
    assert sentence in client.get(LOG_IN).content.decode()
    assert try_to(client).status_code == 403
    assert not is_logged_in(client)


def test_suspension_stops_those_who_are_inside_and_reactivation_lets_them_go_on(an_binh, log_in) -> None:
    from tenants.units.hosts import host_cache

    client = log_in(LAN)
    assert is_logged_in(client)
    for status, inside in (("suspended", False), ("active", True)):
        Unit.objects.filter(pk=an_binh.unit_id).update(status=status)
        host_cache.forget()
        assert is_logged_in(client) is inside


def test_a_person_of_several_units_reads_where_else_to_work(phu_hoa, visitor) -> None:
    lan = Identity.objects.get(email=LAN)
    Membership.objects.create(identity=lan, unit=phu_hoa.unit, role=Role.AUTHOR)
    client = visitor("th-an-binh")
    response = client.post(LOG_IN, {"email": LAN, "password": PASSWORD}, follow=True)
    text = response.content.decode()
    assert response.redirect_chain[-1][0] == "/quan-tri/dang-nhap/don-vi/"
    assert "Trường Tiểu học Phú" in text.replace("\xa0", " ")
    assert "th-phu-hoa.localhost" in text
    assert visitor("th-phu-hoa").get("/quan-tri/")["Location"].startswith(LOG_IN)


def test_a_session_of_one_unit_means_nothing_on_another(log_in) -> None:
    client = log_in(LAN)
    cookie = client.cookies["sessionid"]
    assert not cookie["domain"]
    other = Client(headers={"host": "th-phu-hoa.localhost"})
    other.cookies["sessionid"] = cookie.value
    assert not is_logged_in(other)


def test_log_out_ends_the_session_from_our_address_and_from_wagtails(log_in) -> None:
    for address in ("/quan-tri/dang-xuat/", "/quan-tri/logout/"):
        client = log_in(LAN)
        assert client.post(address).status_code == 302
        assert not is_logged_in(client)


def test_operators_log_in_on_the_console_and_others_do_not(db) -> None:
    for email, inside in (("sang@vanhanh.example", True), (LAN, False)):
        client = Client(headers={"host": "console.localhost"})
        try_to(client, email)
        assert is_logged_in(client) is inside


def test_wagtails_own_screens_of_people_are_gone(log_in) -> None:
    client = log_in("minh@anbinh.example")
    assert client.get("/quan-tri/login/")["Location"] == LOG_IN
    for path in (
        "users/",
        "users/new/",
        "groups/",
        "groups/new/",
        "password_reset/",
        "bulk/accounts/user/assign_role/",
    ):
        assert client.get(f"/quan-tri/{path}").status_code == 404, path
        assert client.post(f"/quan-tri/{path}").status_code == 404, path


def test_the_account_page_keeps_name_and_look_only(an_binh, log_in) -> None:
    client = log_in(LAN)
    page = client.get("/quan-tri/account/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "name-full_name" in text
    for gone in ("avatar", "email", "password", "first_name"):
        assert f'name="{gone}' not in text
    sent = {"name-full_name": "  Nguyễn  Thị Lan Anh ", "theme-theme": "system", "theme-contrast": "system"}
    sent["theme-density"] = "default"
    assert client.post("/quan-tri/account/", sent).status_code == 302
    assert Identity.objects.get(email=LAN).full_name == "Nguyễn Thị Lan Anh"
    with use_site(an_binh):
        assert User.objects.get(email=LAN).full_name == "Nguyễn Thị Lan Anh"


def test_pages_are_never_cached_and_allow_no_inline_script(visitor) -> None:
    response = visitor("th-an-binh").get(LOG_IN)
    assert "no-store" in response["Cache-Control"]
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]


def test_an_old_form_gets_a_sentence(db) -> None:
    client = Client(headers={"host": "th-an-binh.localhost"}, enforce_csrf_checks=True)
    response = try_to(client)
    assert response.status_code == 403
    assert "Trang này đã cũ" in response.content.decode()
