"""Links by e-mail: they expire, work once, and tell nobody who has an account."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from core.accounts.models import User
from core.identity.models import Identity, OneTimeLink
from tenants.exchange.models import Notice
from tenants.units.context import use_site
from tenants.units.models import Membership, Role
from tests.support.network import PASSWORD
from tests.tenants.memberships.mail import run_tasks

FORGOTTEN = "/quan-tri/quen-mat-khau/"
LOST = "/quan-tri/bao-mat-tai-khoan/"
LAN, MINH = "lan@anbinh.example", "minh@anbinh.example"
NEW = {"new_password": "gió thổi qua đồng", "repeated": "gió thổi qua đồng"}


def lan() -> Identity:
    return Identity.objects.get(email=LAN)


def path_in(letter: str, part: str = "/dat-mat-khau/") -> str:
    return "/quan-tri" + next(word for word in letter.split() if part in word).split("/quan-tri")[1]


@pytest.fixture
def link(visitor) -> str:
    """The path of a reset link that Lan received."""
    visitor("th-an-binh").post(FORGOTTEN, {"email": LAN})
    run_tasks()
    return path_in(mail.outbox[-1].body)


def log_in_works(visitor, password: str) -> bool:
    answer = visitor("th-an-binh").post("/quan-tri/dang-nhap/", {"email": LAN, "password": password})
    return answer.status_code == 302


def test_a_link_sets_the_password_once(link, visitor) -> None:
    client = visitor("th-an-binh")
    assert client.post(link, NEW).status_code == 302
    assert log_in_works(visitor, NEW["new_password"])
    assert not log_in_works(visitor, PASSWORD)
    again = client.post(link, {"new_password": "một câu khác hẳn", "repeated": "một câu khác hẳn"})
    assert again.status_code == 410
    assert "Liên kết này đã được dùng" in again.content.decode()
    assert log_in_works(visitor, NEW["new_password"])


def test_opening_a_link_does_not_use_it_up(link, visitor) -> None:
    scanner = visitor("th-an-binh")
    for _ in range(3):
        assert scanner.get(link).status_code == 200
        assert scanner.head(link).status_code in {200, 405}
    assert visitor("th-an-binh").post(link, NEW).status_code == 302


def test_a_link_expires_with_a_sentence(link, visitor) -> None:
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = visitor("th-an-binh").post(link, NEW)
    assert answer.status_code == 410
    assert "quá hạn" in answer.content.decode()
    assert log_in_works(visitor, PASSWORD)


def test_an_invented_link_gets_a_sentence(visitor) -> None:
    answer = visitor("th-an-binh").get("/quan-tri/dat-mat-khau/khong-phai-bi-mat/")
    assert answer.status_code == 410
    assert "Liên kết này không đúng" in answer.content.decode()


def test_using_one_link_voids_the_others(visitor) -> None:
    client = visitor("th-an-binh")
    for _ in range(2):
        client.post(FORGOTTEN, {"email": LAN})
    run_tasks()
    first, second = (path_in(letter.body) for letter in mail.outbox)
    assert client.post(second, NEW).status_code == 302
    assert client.post(first, NEW).status_code == 410


def test_a_new_password_ends_the_sessions_of_before(link, log_in, visitor) -> None:
    inside = log_in(LAN)
    visitor("th-an-binh").post(link, NEW)
    assert inside.get("/quan-tri/").status_code == 302


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("ngắn quá", "ngắn hơn 14 ký tự"),
        ("lan@anbinh.example", "quá giống họ tên hoặc địa chỉ thư"),
        ("123456789123456789", None),
        ("qwertyuiopasdfghjkl", None),
    ],
)
def test_a_weak_password_is_refused_in_vietnamese_and_the_link_stays_good(link, visitor, password, sentence) -> None:
    client = visitor("th-an-binh")
    answer = client.post(link, {"new_password": password, "repeated": password})
    if sentence:
        assert sentence in answer.content.decode()
        assert "password" not in re.sub(r"<[^>]*>", "", answer.content.decode())
        assert client.post(link, NEW).status_code == 302


def test_a_common_password_is_refused(link, visitor) -> None:
    from core.identity.passwords import NotCommon

    common = next(word for word in NotCommon().passwords if len(word) >= 14)
    answer = visitor("th-an-binh").post(link, {"new_password": common, "repeated": common})
    assert "nhiều người dùng nên dễ bị đoán" in answer.content.decode()


def test_two_different_entries_are_refused(link, visitor) -> None:
    answer = visitor("th-an-binh").post(link, {**NEW, "repeated": "gió thổi qua sông"})
    assert "Hai lần nhập không giống nhau" in answer.content.decode()


@pytest.mark.parametrize("page", [FORGOTTEN, LOST])
def test_the_answer_is_the_same_for_every_address(visitor, page: str) -> None:
    Identity.objects.filter(email=MINH).update(is_locked=True)
    answers = set()
    for email in (LAN, MINH, "khong-co@vidu.example"):
        answer = visitor("th-an-binh").post(page, {"email": email})
        answers.add((answer.status_code, answer.content.decode().replace(email, "")))
    assert len(answers) == 1
    run_tasks()
    if page == FORGOTTEN:
        assert [letter.to for letter in mail.outbox] == [[LAN]]


def test_one_machine_asks_ten_times_an_hour_whatever_host_it_asks_on(visitor) -> None:
    codes = []
    for number in range(12):
        client = visitor("th-an-binh" if number % 2 else "th-phu-hoa")
        codes.append(client.post(FORGOTTEN, {"email": f"x{number}@vidu.example"}).status_code)
    assert codes == [200] * 10 + [429] * 2
    answer = visitor("th-an-binh").post(FORGOTTEN, {"email": LAN})
    assert "Hãy chờ đến" in answer.content.decode()


def test_one_person_is_sent_three_links_an_hour(visitor) -> None:
    for _ in range(5):
        visitor("th-an-binh").post(FORGOTTEN, {"email": LAN})
    run_tasks()
    assert len(mail.outbox) == 3


def test_a_locked_person_gets_no_link_and_old_links_stop(link, visitor) -> None:
    Identity.objects.filter(email=LAN).update(is_locked=True)
    answer = visitor("th-an-binh").post(link, NEW)
    assert answer.status_code == 410
    assert "đang bị khóa" in answer.content.decode()


def test_a_reported_loss_alerts_administrators_and_operators_and_locks_nothing(
    an_binh, phu_hoa, visitor, log_in
) -> None:
    Membership.objects.create(identity=lan(), unit=phu_hoa.unit, role=Role.AUTHOR)
    inside = log_in(LAN)
    for _ in range(2):
        visitor("th-an-binh").post(LOST, {"email": LAN})
    run_tasks()
    told = {letter.to[0]: letter.body for letter in mail.outbox}
    assert set(told) == {MINH, "binh@phuhoa.example", "sang@vanhanh.example"}
    assert len(mail.outbox) == 3
    assert "http://th-an-binh.localhost" in told[MINH]
    assert "http://th-phu-hoa.localhost" in told["binh@phuhoa.example"]
    assert "http://console.localhost" in told["sang@vanhanh.example"]
    assert not lan().is_locked
    assert inside.get("/quan-tri/").status_code == 200
    assert set(Notice.objects.values_list("unit__code", "role")) == {
        ("th-an-binh", "approver"),
        ("th-phu-hoa", "approver"),
    }
    assert "Có báo mất" in log_in(MINH).get("/quan-tri/nguoi-dung/").content.decode()


def test_a_report_that_was_looked_into_is_put_away(log_in, visitor) -> None:
    visitor("th-an-binh").post(LOST, {"email": LAN})
    run_tasks()
    log_in(MINH).post(f"/quan-tri/nguoi-dung/{lan().uuid}/da-hoi/")
    assert lan().lost_reported_at is None


def test_a_changed_password_keeps_this_session_and_ends_the_others(log_in, visitor) -> None:
    here, there = log_in(LAN), log_in(LAN)
    answer = here.post("/quan-tri/mat-khau/", {"old_password": PASSWORD, **NEW}, follow=True)
    assert "Mật khẩu đã được đổi" in answer.content.decode()
    assert here.get("/quan-tri/").status_code == 200
    assert there.get("/quan-tri/").status_code == 302
    assert log_in_works(visitor, NEW["new_password"])


def test_the_old_password_cannot_be_guessed_from_an_open_session(log_in, visitor) -> None:
    client = log_in(LAN)
    for _ in range(5):
        answer = client.post("/quan-tri/mat-khau/", {"old_password": "sai", **NEW})
        assert "Mật khẩu đang dùng chưa đúng" in answer.content.decode()
    answer = client.post("/quan-tri/mat-khau/", {"old_password": PASSWORD, **NEW})
    assert "Hãy chờ đến" in answer.content.decode()
    assert log_in_works(visitor, PASSWORD)


def test_a_new_address_is_used_only_once_its_owner_confirmed(an_binh, phu_hoa, log_in, visitor) -> None:
    Membership.objects.create(identity=lan(), unit=phu_hoa.unit, role=Role.AUTHOR)
    uuid = lan().uuid
    client, there = log_in(LAN), log_in(LAN, at="th-phu-hoa")
    client.post("/quan-tri/dia-chi-thu/", {"email": "Lan.Moi@anbinh.example", "old_password": PASSWORD})
    run_tasks()
    assert mail.outbox[0].to == ["lan.moi@anbinh.example"]
    path = path_in(mail.outbox[0].body, "/xac-nhan-thu/")
    assert visitor("th-an-binh").get(path).status_code == 200
    assert lan().uuid == uuid
    assert visitor("th-an-binh").post(path).status_code == 302
    assert Identity.objects.get(uuid=uuid).email == "lan.moi@anbinh.example"
    for site in (an_binh, phu_hoa):
        with use_site(site):
            assert User.objects.get(identity_uuid=uuid).email == "lan.moi@anbinh.example"
    assert there.get("/quan-tri/").status_code == 302
    run_tasks()
    assert mail.outbox[1].to == [LAN]
    assert visitor("th-an-binh").post(path).status_code == 410


def test_an_address_of_somebody_else_is_not_given_and_not_told(log_in) -> None:
    client = log_in(LAN)
    answer = client.post("/quan-tri/dia-chi-thu/", {"email": MINH, "old_password": PASSWORD}, follow=True)
    assert f"Một thư đã được gửi tới {MINH}" in answer.content.decode()
    run_tasks()
    assert not mail.outbox


def test_a_link_for_a_new_address_sets_no_password(log_in, visitor) -> None:
    log_in(LAN).post("/quan-tri/dia-chi-thu/", {"email": "lan.moi@anbinh.example", "old_password": PASSWORD})
    run_tasks()
    path = path_in(mail.outbox[0].body, "/xac-nhan-thu/").replace("xac-nhan-thu", "dat-mat-khau")
    assert visitor("th-an-binh").post(path, NEW).status_code == 410
