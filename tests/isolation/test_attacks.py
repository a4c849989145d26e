"""Ways in that an attacker, or an unlucky clerk, would find."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from core.accounts.models import User
from core.identity.models import Identity
from core.schema import PUBLIC, active_schema
from tenants.units.middleware import UnitMiddleware
from tenants.units.models import Membership, Role, UnitSite
from tests.conftest import host_of
from tests.factories.exchange import account


def test_what_is_sent_piece_by_piece_is_read_in_its_unit(an_binh: UnitSite, rf: RequestFactory) -> None:
    """A CSV file is drawn row by row after the view and all middleware have returned; `public` has accounts too."""
    account("minh@anbinh.example", an_binh)
    sang = Identity.objects.get(email="sang@vanhanh.example")
    User.objects.create(identity_uuid=sang.uuid, email=sang.email, full_name=sang.full_name, password="!")

    def rows() -> Iterator[str]:
        for user in User.objects.all():
            yield f"{user.email}\n"

    def view(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(rows())

    response = UnitMiddleware(view)(rf.get("/", headers={"host": host_of("th-an-binh")}))
    text = b"".join(response).decode()
    assert text == "minh@anbinh.example\n"
    assert active_schema() == PUBLIC


SPELLINGS = ("TH-AN-BINH.localhost", "th-an-binh.localhost.", "th-an-binh.localhost:8123", "Th-An-Binh.LOCALHOST.:80")


@pytest.mark.parametrize("host", SPELLINGS)
def test_a_host_spelled_otherwise_is_the_same_unit(client: Client, host: str) -> None:
    page = client.get("/", headers={"host": host}).content.decode()
    assert "An Bình" in page
    assert "Phú Hòa" not in page


@pytest.mark.parametrize(
    "headers",
    [
        {"x-forwarded-host": "th-phu-hoa.localhost"},
        {"forwarded": "host=th-phu-hoa.localhost"},
        {"x-original-host": "th-phu-hoa.localhost", "x-host": "th-phu-hoa.localhost"},
        {"x-forwarded-server": "th-phu-hoa.localhost", "x-forwarded-port": "8443"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_no_other_header_names_the_unit(client: Client, headers: dict[str, str]) -> None:
    response = client.get("/", headers={"host": "th-an-binh.localhost"} | headers)
    page = response.content.decode()
    assert "An Bình" in page
    assert "th-phu-hoa" not in page + str(response.headers)


@pytest.mark.parametrize(
    "host",
    ["th-an-binh.localhost@th-phu-hoa.localhost", "th-an-binh.localhost/../", "t_000002", "public", "th-an-binh"],
)
def test_what_is_no_host_of_ours_shows_no_unit(client: Client, host: str) -> None:
    response = client.get("/", headers={"host": host})
    assert response.status_code == 404
    assert "An Bình" not in response.content.decode()


@pytest.fixture
def administrator(log_in, an_binh: UnitSite) -> Client:
    minh = Identity.objects.get(email="minh@anbinh.example")
    Membership.objects.create(identity=minh, unit=an_binh.unit, role=Role.ADMINISTRATOR)
    return log_in("minh@anbinh.example")


ACTS = {
    "vai-tro": {"roles": [Role.APPROVER]},
    "khoa": {"reason": "Nghi bị lấy mất tài khoản."},
    "mo-khoa": {},
    "da-hoi": {},
    "gui-lai": {},
}


@pytest.mark.parametrize("act", ACTS)
def test_people_of_another_unit_are_out_of_reach(administrator: Client, act: str) -> None:
    hoa = Identity.objects.filter(email="hoa@phuhoa.example")
    hoa.update(is_locked=act == "mo-khoa", lost_reported_at=timezone.now())
    before = hoa.values().get()
    response = administrator.post(f"/quan-tri/nguoi-dung/{before['uuid']}/{act}/", ACTS[act])
    assert response.status_code == 404
    assert hoa.values().get() == before
    assert Membership.objects.filter(identity=before["id"]).values_list("role", flat=True).get() == Role.EDITOR


def test_a_units_cookie_opens_nothing_of_the_console(administrator: Client) -> None:
    for path in ("/quan-tri/", "/quan-tri/don-vi/moi/", "/quan-tri/nguoi-dung/", "/quan-tri/viec-nen/"):
        response = administrator.get(path, headers={"host": settings.CONSOLE_HOST})
        assert (response.status_code, response.url.partition("?")[0]) == (302, "/quan-tri/dang-nhap/")
