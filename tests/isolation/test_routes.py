"""Who gets what at every address of both urlconfs: route_table.txt says it, and a route without a row fails.

Pages are not drawn here: whether somebody gets one is decided before.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Template
from django.test import Client

from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tests.isolation.routes import Asker, Route, all_routes
from tests.isolation.things import Things, things_of_console, things_of_unit
from tests.support.network import PASSWORD, make_identity

AN_BINH, PORTAL, CONSOLE = "th-an-binh.localhost", "portal.localhost", settings.CONSOLE_HOST
# Columns of the table: of a unit's hosts the first is for whoever does not belong there.
UNIT_COLUMNS = ("outside", "author", "editor", "approver", "administrator", "desk", "office")
CONSOLE_COLUMNS = ("outside", "operator")
# Person → (e-mail, host of the log-in, host that is asked, column)
UNIT_PEOPLE = {
    "anonymous": ("", "", AN_BINH, "outside"),
    "outsider": ("binh@phuhoa.example", "th-phu-hoa.localhost", AN_BINH, "outside"),
    "operator": ("sang@vanhanh.example", CONSOLE, AN_BINH, "outside"),
    "outsider on the portal": ("minh@anbinh.example", AN_BINH, PORTAL, "outside"),
    "author": ("thu@anbinh.example", AN_BINH, AN_BINH, "author"),
    "editor": ("lan@anbinh.example", AN_BINH, AN_BINH, "editor"),
    "approver": ("minh@anbinh.example", AN_BINH, AN_BINH, "approver"),
    "administrator": ("van@anbinh.example", AN_BINH, AN_BINH, "administrator"),
    "desk": ("dung@so.example", PORTAL, PORTAL, "desk"),
    "office": ("nga@so.example", PORTAL, PORTAL, "office"),
}
CONSOLE_PEOPLE = {
    "anonymous": ("", "", CONSOLE, "outside"),
    "approver": ("minh@anbinh.example", AN_BINH, CONSOLE, "outside"),
    "desk": ("dung@so.example", PORTAL, CONSOLE, "outside"),
    "operator": ("sang@vanhanh.example", CONSOLE, CONSOLE, "operator"),
}


def read_table() -> dict[str, dict[str, str]]:
    """Return section → route, or `~` and a regular expression for routes that are not ours → letters."""
    sections: dict[str, dict[str, str]] = {}
    for line in Path(__file__).with_name("route_table.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = sections.setdefault(line.strip("[]"), {})
        elif line.strip() and not line.startswith("#"):
            *letters, route = line.split("  ")
            rows["" if route == "(front)" else route] = "".join(letters).replace(" ", "")
    return sections


TABLE = read_table()


def letters_for(route: Route, urlconf: str) -> str | None:
    """Return the row of a route: its own, else, for routes of Wagtail and others, the first that fits."""
    rows = TABLE[urlconf]
    if route.path in rows:
        return rows[route.path]
    if route.is_ours:
        return None
    return next((rows[row] for row in rows if row[0:1] == "~" and re.fullmatch(row[1:], route.path)), None)


@pytest.mark.parametrize("urlconf", ["core.urls", "core.urls_public"])
def test_every_route_has_a_row(urlconf: str) -> None:
    assert [route.path for route in all_routes(urlconf) if letters_for(route, urlconf) is None] == []


@pytest.mark.parametrize("urlconf", ["core.urls", "core.urls_public"])
def test_every_row_has_a_route(urlconf: str) -> None:
    routes = all_routes(urlconf)
    paths = {route.path for route in routes}
    foreign = [route.path for route in routes if not route.is_ours]
    unused = [
        row
        for row in TABLE[urlconf]
        if not (row in paths or (row[:1] == "~" and any(re.fullmatch(row[1:], path) for path in foreign)))
    ]
    assert unused == []


@pytest.fixture
def people(an_binh: UnitSite, portal: UnitSite) -> None:
    for email, name, site, role in (
        ("van@anbinh.example", "Trương Thị Vân", an_binh, Role.ADMINISTRATOR),
        ("nga@so.example", "Hồ Thị Nga", portal, Role.OFFICE),
    ):
        Membership.objects.create(identity=make_identity(email, name), unit=site.unit, role=role)


@pytest.fixture
def things(people: None, an_binh: UnitSite, portal: UnitSite) -> dict[str, Things]:
    """Host → what its addresses name."""
    made = {}
    for site, host, email in ((an_binh, AN_BINH, "lan@anbinh.example"), (portal, PORTAL, "dung@so.example")):
        with use_site(site):
            identity = Membership.objects.get(identity__email=email).identity
            made[host] = things_of_unit(open_account(identity=identity, unit=site.unit))
    return made | {CONSOLE: things_of_console()}


@pytest.fixture
def ask(things: dict[str, Things], monkeypatch) -> Callable[..., dict[str, str]]:
    """Return a function: a person's row above and a urlconf → route → what differs from the table."""

    def differences(email: str, log_in_host: str, host: str, place: int, urlconf: str) -> dict[str, str]:
        client = Client(headers={"host": log_in_host or host}, raise_request_exception=False)
        if email:
            answer = client.post("/quan-tri/dang-nhap/", {"email": email, "password": PASSWORD})
            assert answer.status_code == 302
        client.defaults["HTTP_HOST"] = host
        asker = Asker(client, things[host])
        monkeypatch.setattr(Template, "render", lambda template, context: "")
        wrong = {}
        for route in all_routes(urlconf):
            letter, expected = asker.answer(route), letters_for(route, urlconf)
            if expected and letter != expected[place]:
                wrong[route.path] = f"{letter}, not {expected[place]}"
        return wrong

    return differences


@pytest.mark.parametrize("person", UNIT_PEOPLE)
def test_a_units_address_gives_each_person_what_the_table_says(ask, person: str) -> None:
    *row, column = UNIT_PEOPLE[person]
    assert ask(*row, UNIT_COLUMNS.index(column), "core.urls") == {}


@pytest.mark.parametrize("person", CONSOLE_PEOPLE)
def test_the_consoles_address_gives_each_person_what_the_table_says(ask, person: str) -> None:
    *row, column = CONSOLE_PEOPLE[person]
    assert ask(*row, CONSOLE_COLUMNS.index(column), "core.urls_public") == {}
