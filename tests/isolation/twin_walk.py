"""Asking the twins: every route with the keys of either, and what else people type or follow."""

from copy import copy

from django.db import transaction
from django.test import Client

from core.identity.models import Identity
from tests.isolation.routes import address_of, all_routes
from tests.isolation.things import Things, things_of_console
from tests.isolation.twins import Twin
from tests.support.network import PASSWORD

SEARCH = "/tim-kiem/"
# Beside the routes: lists, searches and feeds with what people type into them.
TYPED = (
    "/tim-kiem/?q=Bài",
    "/tim-kiem/?q=Bài&pham-vi=mang-luoi",
    "/tim-kiem/rss/?q=Bài",
    "/tim-kiem/rss/?q=Bài&pham-vi=mang-luoi",
    "/tim-kiem/goi-y/?q=Bài",
    "/tim-kiem/goi-y/?q=Bài&pham-vi=mang-luoi",
    "/tin-tuc/",
    "/tin-tuc/?chu-de=chung",
    "/tin-tuc/feed/",
    "/tin-tuc/feed/?chu-de=chung",
    "/tuyen-sinh/?han=con-han",
    "/tuyen-sinh/feed/",
    "/tai-nguyen/?q=Phiếu",
    "/tai-nguyen/feed/",
    "/anh/feed/",
    "/sitemap.xml",
    "/quan-tri/pages/search/?q=Bài",
    "/quan-tri/choose-page/search/?q=Bài",
    "/quan-tri/images/?q=Ảnh",
    "/quan-tri/images/chooser/results/?q=Ảnh",
    "/quan-tri/documents/?q=Kế",
    "/quan-tri/documents/chooser/results/?q=Kế",
    "/quan-tri/tag-autocomplete/?term=l",
    "/quan-tri/reports/site-history/?export=csv",
    "/quan-tri/reports/aging-pages/?export=xlsx",
    "/quan-tri/api/main/pages/?search=Bài&fields=*",
    "/quan-tri/api/main/images/?fields=*",
    "/quan-tri/api/main/documents/?fields=*",
)


def client_of(twin: Twin, person: str) -> Client:
    client = Client(headers={"host": twin.host}, raise_request_exception=False)
    if person != "anonymous":
        answer = client.post("/quan-tri/dang-nhap/", {"email": twin.email(person), "password": PASSWORD})
        assert answer.status_code == 302
    return client


def addresses(one: Twin, other: Twin) -> list[str]:
    """Return every route with the keys of either unit, and what else people open."""
    named = [address_of(route, twin.things) for route in all_routes("core.urls") for twin in (one, other)]
    leaving = ("/quan-tri/dang-xuat/", "/quan-tri/logout/")
    return [path for path in dict.fromkeys([*named, *one.paths, *one.files, *TYPED]) if path not in leaving]


def console_addresses(*twins: Twin) -> list[str]:
    """Return every route of the operators' console with either unit and its approver in its places."""
    things = things_of_console().values
    named = []
    for twin in twins:
        person = Identity.objects.get(email=twin.email("approver")).uuid
        own = {"don-vi.uuid": twin.site.unit.uuid, "person_uuid": person, "nguoi-dung.uuid": person}
        named += [address_of(route, Things(things | own)) for route in all_routes("core.urls_public")]
    return [path for path in dict.fromkeys(named) if path != "/quan-tri/dang-xuat/"]


def answer_to(client: Client, method: str, address: str) -> bytes:
    """Return all that the client hears, headers and cookies included; what the request changed is taken back."""
    cookies = copy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(address)
        body = b"".join(response) if response.streaming else response.content
        transaction.set_rollback(True)
    client.cookies = cookies
    return f"{response.status_code} {response.headers} {response.cookies}".encode() + body


def found_of(stranger: Twin, answer: bytes, address: str) -> list[str]:
    """Return what the answer holds of a unit that was not asked. The network's search shows what is published."""
    lower = answer.lower()
    words = stranger.words
    if address.startswith(SEARCH):
        found = [word for word in (words.inner,) if word.encode() in lower]
    else:
        found = [words.any] if words.any.encode() in lower else []
    return [*found, "its picture"] if stranger.picture in answer else found
