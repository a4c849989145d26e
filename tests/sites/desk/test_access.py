"""Every address of the desk × every role; on a unit that is not the portal there is no desk."""

import pytest

from tenants.units.models import Membership, Role, Unit
from tests.sites.desk.conftest import BASE

GETS = ["", "xuat-excel/", "{pk}/", "{pk}/tu-choi/", "{pk}/duyet/", "{pk}/tep/1/{sha}/"]
POSTS = ["dang-nhieu-bai/", "{pk}/phan-loai/", "{pk}/nhan/", "{pk}/dang/"]


def statuses(client, pk: int) -> list[int]:
    paths = [(client.get, path) for path in GETS] + [(client.post, path) for path in POSTS]
    return [call(BASE + path.format(pk=pk, sha="a" * 64)).status_code for call, path in paths]


@pytest.mark.parametrize("email", ["dung@so.example", "khoa@so.example"])
def test_desk_and_head_reach_everything_but_the_boards_answer(log_in, sent, email) -> None:
    assert statuses(log_in(email), sent.pk) == [200, 200, 200, 200, 403, 404, 302, 302, 302, 302]


def test_board_member_without_a_routed_post_sees_an_empty_list(mai, sent) -> None:
    assert statuses(mai, sent.pk) == [200, 403, 404, 404, 404, 404, 403, 403, 404, 404]
    assert sent.title not in mai.get(BASE).content.decode()


def test_office_reads_and_exports_and_does_nothing(log_in, sent, portal) -> None:
    Membership.objects.filter(unit=portal.unit, role=Role.DESK).update(role=Role.OFFICE)
    assert statuses(log_in("dung@so.example"), sent.pk) == [200, 200, 200, 403, 403, 404, 403, 403, 403, 403]


@pytest.mark.parametrize("email", ["thu@anbinh.example", "lan@anbinh.example", "minh@anbinh.example"])
def test_a_unit_has_no_desk(log_in, sent, email) -> None:
    assert set(statuses(log_in(email), sent.pk)) == {404}


def test_outsiders_are_led_to_the_login(log_in, visitor, sent) -> None:
    for client in (visitor("so-gddt"), log_in("minh@anbinh.example", at="so-gddt")):
        for path in GETS:
            answer = client.get(BASE + path.format(pk=sent.pk, sha="a" * 64))
            assert answer.status_code == 302
            assert "/dang-nhap/" in answer["location"] or "/login/" in answer["location"]


def test_role_ended_since_login_counts_at_once(dung, sent, portal) -> None:
    from django.utils import timezone

    Membership.objects.filter(unit=portal.unit, role=Role.DESK).update(ended_at=timezone.now())
    assert dung.get(BASE).status_code == 403


def test_board_member_of_another_room_does_not_see_the_post(dung, mai, sent, take, portal) -> None:
    take(dung, "nhan")
    dung.post(f"{BASE}{sent.pk}/phan-loai/", {"news_class": "professional"})
    take(dung, "chuyen-phong", {"room": Unit.objects.get(code="p-gdpt").pk})
    assert mai.get(f"{BASE}{sent.pk}/").status_code == 200
    Membership.objects.filter(unit=portal.unit, role=Role.BOARD_MEMBER).update(room=portal.unit)
    assert mai.get(f"{BASE}{sent.pk}/").status_code == 404
