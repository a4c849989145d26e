"""Who may look after the people of a unit, by the real pages."""

from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.accounts.models import User
from core.identity.models import Identity, OneTimeLink, Trace
from tenants.memberships.actions.set_roles import set_roles
from tenants.memberships.permissions import Manager, manager_in
from tenants.memberships.refusal import MembershipError
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, Unit
from tests.tenants.memberships.mail import run_tasks

PEOPLE = "/quan-tri/nguoi-dung/"
LAN, MINH, HOA = "lan@anbinh.example", "minh@anbinh.example", "hoa@phuhoa.example"


def identity(email: str) -> Identity:
    return Identity.objects.get(email=email)


def page_of(email: str, part: str = "") -> str:
    return f"{PEOPLE}{identity(email).uuid}/{part}"


def open_roles(email: str) -> set[str]:
    return set(Membership.objects.filter(identity__email=email, ended_at=None).values_list("role", flat=True))


def invite(client, **values):
    return client.post(f"{PEOPLE}moi/", {"full_name": "Lê Thị Mới", "email": "moi@anbinh.example", **values})


def test_the_head_reads_the_people_of_the_own_unit_and_nobody_elses(log_in) -> None:
    text = log_in(MINH).get(PEOPLE).content.decode()
    assert LAN in text
    assert HOA not in text
    assert "sang@vanhanh.example" not in text


@pytest.mark.parametrize("email", [LAN, "thu@anbinh.example", "dung@so.example", "mai@so.example"])
def test_editors_and_the_desk_are_refused_in_words(log_in, email: str) -> None:
    client = log_in(email)
    assert "/quan-tri/nguoi-dung/" not in client.get("/quan-tri/").content.decode()
    for answer in (client.get(PEOPLE), invite(client, roles=["approver"])):
        assert answer.status_code == 403
        assert "Hãy nhờ người duyệt hoặc quản trị" in answer.content.decode()


def test_an_editor_cannot_make_himself_approver(log_in) -> None:
    client = log_in(LAN)
    assert client.post(page_of(LAN, "vai-tro/"), {"roles": ["approver", "editor"]}).status_code == 403
    assert open_roles(LAN) == {"editor"}


def test_nobody_changes_the_own_roles(log_in) -> None:
    answer = log_in(MINH).post(page_of(MINH, "vai-tro/"), {"roles": ["approver", "administrator"]})
    assert "Bạn không thể đổi vai trò của chính mình" in answer.content.decode()
    assert open_roles(MINH) == {"approver"}


@pytest.mark.parametrize("part", ["", "vai-tro/", "khoa/", "mo-khoa/", "da-hoi/", "gui-lai/"])
def test_people_of_other_units_and_operators_answer_404(log_in, part: str) -> None:
    client = log_in(MINH)
    for address in (page_of(HOA, part), page_of("sang@vanhanh.example", part), f"{PEOPLE}{uuid4()}/{part}"):
        answer = (
            client.get(address) if part == "" else client.post(address, {"roles": ["author"], "reason": "không rõ"})
        )
        assert answer.status_code == 404, address
    assert open_roles(HOA) == {"editor"}
    assert not identity(HOA).is_locked


def test_an_invited_person_sets_a_password_and_logs_in(log_in, visitor) -> None:
    assert invite(log_in(MINH), roles=["author", "editor"]).status_code == 302
    assert open_roles("moi@anbinh.example") == {"author", "editor"}
    assert not OneTimeLink.objects.exists()  # the secret is made where the mail is written
    run_tasks()
    letter = mail.outbox[0]
    assert letter.to == ["moi@anbinh.example"]
    assert "Người viết, Biên tập viên" in letter.body
    link = next(word for word in letter.body.split() if "/dat-mat-khau/" in word)
    assert link.startswith("http://th-an-binh.localhost")
    client, path = visitor("th-an-binh"), "/quan-tri" + link.split("/quan-tri")[1]
    new = {"new_password": "sáng nay trời trong", "repeated": "sáng nay trời trong"}
    assert client.post(path, new)["Location"] == "/quan-tri/dang-nhap/"
    client.post("/quan-tri/dang-nhap/", {"email": "moi@anbinh.example", "password": "sáng nay trời trong"})
    assert client.get("/quan-tri/").status_code == 200


def test_the_secret_of_a_link_is_nowhere_in_the_database(log_in) -> None:
    invite(log_in(MINH), roles=["author"])
    run_tasks()
    secret = mail.outbox[0].body.split("/dat-mat-khau/")[1].split("/")[0]
    assert len(secret) >= 43
    assert not any(secret in str(row.args_kwargs) for row in DBTaskResult.objects.all())
    assert not OneTimeLink.objects.filter(secret_hash__contains=secret).exists()


def test_inviting_a_known_address_sends_no_link_and_keeps_the_name(log_in, an_binh) -> None:
    invite(log_in(MINH), email="HOA@phuhoa.example", roles=["author"])
    run_tasks()
    assert "/dat-mat-khau/" not in mail.outbox[0].body
    assert "mật khẩu đang dùng" in mail.outbox[0].body
    assert identity(HOA).full_name == "Phạm Thị Hoa"
    assert Membership.objects.filter(identity__email=HOA, unit=an_binh.unit, ended_at=None).count() == 1


def test_inviting_twice_makes_one_membership(log_in) -> None:
    client = log_in(MINH)
    for _ in range(2):
        assert invite(client, roles=["author"]).status_code == 302
    assert Membership.objects.filter(identity__email="moi@anbinh.example").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"roles": []}, "Chưa chọn vai trò nào"),
        ({"roles": ["author"], "email": "lan@"}, "Địa chỉ thư này chưa đúng"),
        ({"roles": ["author"], "full_name": " "}, "Chưa nhập họ và tên"),
        ({"roles": ["board_head"]}, "board_head"),
        ({"roles": ["desk"]}, "desk"),
    ],
)
def test_a_wrong_invitation_is_refused_and_keeps_what_was_typed(log_in, values, sentence: str) -> None:
    answer = invite(log_in(MINH), **values)
    text = answer.content.decode()
    assert sentence in text
    assert values.get("full_name", "Lê Thị Mới") in text
    assert not Identity.objects.filter(full_name="Lê Thị Mới").exists()


@pytest.mark.parametrize("role", [Role.DESK, Role.BOARD_MEMBER, Role.BOARD_HEAD, Role.OFFICE])
def test_no_one_in_a_school_grants_portal_roles_not_even_by_the_action(an_binh, role: Role) -> None:
    for manager in (
        manager_in(an_binh.unit, identity(MINH)),
        Manager(identity=identity("sang@vanhanh.example"), unit=an_binh.unit, roles=frozenset(), is_operator=True),
    ):
        with pytest.raises(MembershipError, match="không được giao vai trò"):
            set_roles(manager=manager, identity=identity(LAN), roles=[Role.EDITOR, role], at=timezone.now())


def test_a_granted_role_works_at_once_and_an_ended_one_ends_at_once(an_binh, log_in) -> None:
    minh, lan = log_in(MINH), log_in(LAN)
    assert minh.post(page_of(LAN, "vai-tro/"), {"roles": ["editor", "administrator"]}).status_code == 302
    with use_site(an_binh):
        names = set(User.objects.get(email=LAN).groups.values_list("name", flat=True))
    assert names == {"editor", "administrator"}
    assert lan.get(PEOPLE).status_code == 200
    assert minh.post(page_of(LAN, "vai-tro/"), {"roles": []}).status_code == 302
    assert lan.get("/quan-tri/").status_code == 302
    ended = Membership.objects.filter(identity__email=LAN)
    assert ended.count() == 2
    assert all(row.ended_at for row in ended)


def test_the_last_who_looks_after_the_unit_stays(an_binh, log_in) -> None:
    minh = manager_in(an_binh.unit, identity(MINH))
    set_roles(manager=minh, identity=identity(LAN), roles=[Role.ADMINISTRATOR], at=timezone.now())
    lan = manager_in(an_binh.unit, identity(LAN))
    set_roles(manager=lan, identity=identity(MINH), roles=[], at=timezone.now())
    # Minh's rights as he knew them a moment ago:
    with pytest.raises(MembershipError, match="ít nhất một người duyệt hoặc quản trị"):
        set_roles(manager=minh, identity=identity(LAN), roles=[], at=timezone.now())
    assert open_roles(LAN) == {"administrator"}


def test_a_board_member_needs_a_room(portal) -> None:
    khoa = manager_in(portal.unit, identity("khoa@so.example"))
    dung = identity("dung@so.example")
    with pytest.raises(MembershipError, match="Hãy chọn phòng"):
        set_roles(manager=khoa, identity=dung, roles=[Role.DESK, Role.BOARD_MEMBER], at=timezone.now())
    room = Unit.objects.get(code="p-gdpt")
    set_roles(manager=khoa, identity=dung, roles=[Role.DESK, Role.BOARD_MEMBER], room=room, at=timezone.now())
    assert Membership.objects.get(identity=dung, role=Role.BOARD_MEMBER).room == room


def test_lock_ends_the_sessions_in_every_unit_at_once(phu_hoa, log_in) -> None:
    Membership.objects.create(identity=identity(LAN), unit=phu_hoa.unit, role=Role.AUTHOR)
    here, there = log_in(LAN), log_in(LAN, at="th-phu-hoa")
    assert there.get("/quan-tri/").status_code == 200
    Membership.objects.filter(identity__email=LAN, unit=phu_hoa.unit).update(ended_at=timezone.now())
    assert log_in(MINH).post(page_of(LAN, "khoa/"), {"reason": "mất điện thoại"}).status_code == 302
    assert identity(LAN).is_locked
    for client in (here, there):
        assert client.get("/quan-tri/").status_code == 302
    assert log_in(LAN).get("/quan-tri/").status_code == 302


def test_a_unit_does_not_lock_people_who_work_elsewhere(an_binh, log_in) -> None:
    Membership.objects.create(identity=identity(HOA), unit=an_binh.unit, role=Role.AUTHOR)
    client = log_in(MINH)
    answer = client.post(page_of(HOA, "khoa/"), {"reason": "mất điện thoại"}, follow=True)
    assert "chỉ người vận hành mạng lưới khóa được" in answer.content.decode()
    assert not identity(HOA).is_locked


def test_what_an_operator_locked_a_unit_does_not_unlock(an_binh, log_in) -> None:
    from core.identity.actions.lock import lock_identity, unlock_identity

    lock_identity(
        identity_pk=identity(LAN).pk, by=identity("sang@vanhanh.example"), reason="nghi lộ mật khẩu", at=timezone.now()
    )
    client = log_in(MINH)
    client.post(page_of(LAN, "mo-khoa/"))
    assert identity(LAN).is_locked
    unlock_identity(identity_pk=identity(LAN).pk, by=None, at=timezone.now())
    client.post(page_of(LAN, "khoa/"), {"reason": "mất điện thoại"})
    client.post(page_of(LAN, "mo-khoa/"))
    assert not identity(LAN).is_locked


def test_a_unit_reads_no_trace_of_what_happened_in_another(an_binh, phu_hoa, log_in) -> None:
    binh = manager_in(phu_hoa.unit, identity("binh@phuhoa.example"))
    set_roles(manager=binh, identity=identity(HOA), roles=[Role.EDITOR, Role.AUTHOR], at=timezone.now())
    Membership.objects.create(identity=identity(HOA), unit=an_binh.unit, role=Role.AUTHOR)
    text = log_in(MINH).get(page_of(HOA)).content.decode()
    assert Trace.objects.filter(identity__email=HOA).exists()
    assert "Phú Hòa" not in text
    assert "Hồ Văn Bình" not in text


def test_resend_mails_an_invitation_or_a_reset(log_in) -> None:
    client = log_in(MINH)
    invite(client, roles=["author"])
    run_tasks()
    client.post(page_of("moi@anbinh.example", "gui-lai/"))
    client.post(page_of(LAN, "gui-lai/"))
    run_tasks()
    subjects = [letter.subject for letter in mail.outbox]
    assert subjects == ["Mời làm việc trên trang của Trường Tiểu học An Bình"] * 2 + ["Đặt mật khẩu mới"]
