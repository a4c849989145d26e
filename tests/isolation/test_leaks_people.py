"""Leaks through accounts, groups and sessions: each happens when the stock part is back, and only then."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.conf import settings as project
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from core.accounts.models import User
from core.identity.models import Identity
from sites.models import HomePage
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tenants.units.schema_template import current_template
from tests.conftest import host_of
from tests.isolation import stock
from tests.isolation.test_leaks import ours_and_stock

ACCOUNT_TABLES = ("auth_group", "auth_group_permissions", "accounts_user", "accounts_user_groups")


@ours_and_stock
def test_a_role_in_one_unit_is_none_in_another(an_binh: UnitSite, phu_hoa: UnitSite, is_stock: bool) -> None:
    """Lan edits at Phú Hòa as well, and approves at An Bình only: with shared accounts she would approve in both."""
    lan = Identity.objects.get(email="lan@anbinh.example")
    Membership.objects.create(identity=lan, unit=phu_hoa.unit, role=Role.EDITOR)
    Membership.objects.create(identity=lan, unit=an_binh.unit, role=Role.APPROVER)
    if is_stock:
        with use_site(an_binh):
            groups = list(Group.objects.all())
        stock.share_tables([an_binh, phu_hoa], ACCOUNT_TABLES)
        Group.objects.bulk_create(groups)
    for site in (phu_hoa, an_binh):
        with use_site(site):
            open_account(identity=lan, unit=site.unit)
    with use_site(phu_hoa):
        account = User.objects.get(identity_uuid=lan.uuid)
        may_publish = HomePage.objects.get().permissions_for_user(account).can_publish_subpage()
    assert may_publish is is_stock


def logged_in_twins(log_in: Callable[..., Client], an_binh: UnitSite, phu_hoa: UnitSite) -> Client:
    """Return Lan's client at An Bình; Hoa's account at Phú Hòa gets the very key that Lan's has."""
    client = log_in("lan@anbinh.example")
    with use_site(an_binh):
        key = User.objects.get().pk
    with use_site(phu_hoa):
        hoa = Identity.objects.get(email="hoa@phuhoa.example")
        User.objects.create(pk=key, identity_uuid=hoa.uuid, email=hoa.email, full_name=hoa.full_name, password="!")
        assert open_account(identity=hoa, unit=phu_hoa.unit).pk == key
    return client


def is_somebody(client: Client, code: str) -> bool:
    """Tell whether the client's cookies open the admin of the unit with this code."""
    response = client.get("/quan-tri/", headers={"host": host_of(code)})
    return response.status_code == 200


@pytest.mark.parametrize(
    ("parts", "leaks"),
    [
        ([], False),
        (["shared sessions"], False),  # the hash of the session names the identity
        (["stock hash"], False),
        (["shared sessions", "stock hash"], True),
    ],
    ids=lambda value: " and ".join(value) or "ours" if isinstance(value, list) else "",
)
def test_a_session_means_nothing_on_another_units_host(
    an_binh: UnitSite, phu_hoa: UnitSite, log_in, monkeypatch, parts: list[str], leaks: bool
) -> None:
    if "shared sessions" in parts:
        stock.share_tables([an_binh, phu_hoa], ["django_session"])
    if "stock hash" in parts:
        monkeypatch.setattr(User, "get_session_auth_hash", AbstractBaseUser.get_session_auth_hash)
    client = logged_in_twins(log_in, an_binh, phu_hoa)
    assert is_somebody(client, "th-an-binh")
    assert is_somebody(client, "th-phu-hoa") is leaks


def test_a_copied_session_row_means_nothing_either(an_binh: UnitSite, phu_hoa: UnitSite, log_in) -> None:
    """A unit made by copying another would bring its sessions along; the account of the same key is another person."""
    client = logged_in_twins(log_in, an_binh, phu_hoa)
    with use_site(an_binh):
        session = Session.objects.get()
    with use_site(phu_hoa):
        Session.objects.bulk_create([session])
    assert not is_somebody(client, "th-phu-hoa")


def test_a_new_unit_starts_without_accounts_and_sessions(an_binh: UnitSite) -> None:
    sql = current_template().sql
    for table in ("accounts_user", "accounts_user_groups", "django_session"):
        assert f'CREATE TABLE "{table}"' in sql
        assert f'INSERT INTO "{table}"' not in sql


def test_a_unit_session_opens_nothing_on_the_console(log_in) -> None:
    client = log_in("lan@anbinh.example")
    assert client.get("/", headers={"host": project.CONSOLE_HOST}).status_code in {302, 403, 404}


def test_an_unknown_address_of_the_console_is_not_looked_up_in_a_unit(client) -> None:
    assert client.get("/khong-co/", headers={"host": project.CONSOLE_HOST}).status_code == 404


def test_the_cookies_are_those_of_one_host(log_in) -> None:
    client = log_in("lan@anbinh.example")
    assert client.cookies
    assert {cookie["domain"] for cookie in client.cookies.values()} == {""}
    assert project.SESSION_COOKIE_DOMAIN is project.CSRF_COOKIE_DOMAIN is None


def test_every_table_of_a_unit_is_its_own(an_binh: UnitSite, phu_hoa: UnitSite, portal: UnitSite) -> None:
    """`public` stands behind the unit in the search path: a table the unit lacked would be answered from there."""
    labels = [
        apps.get_containing_app_config(f"{name}.models").label for name in project.TENANT_APPS if has_models(name)
    ]
    tables = {model._meta.db_table for label in labels for model in apps.get_app_config(label).get_models(True)}
    with connection.cursor() as cursor:
        for site in (an_binh, phu_hoa, portal):
            cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [site.schema_name])
            assert {row[0] for row in cursor.fetchall()} >= tables


def has_models(name: str) -> bool:
    return any(config.name == name and config.models_module for config in apps.get_app_configs())


@ours_and_stock
def test_public_accounts_are_not_found_in_a_unit(an_binh: UnitSite, is_stock: bool) -> None:
    """Users, groups and sessions exist in `public` too and would answer a unit that had no tables of its own."""
    User.objects.create(email="sang@vanhanh.example", full_name="Ngô Quang Sang", identity_uuid=sang().uuid)
    if is_stock:
        stock.share_tables([an_binh], ["accounts_user"])
    with use_site(an_binh):
        assert User.objects.filter(email="sang@vanhanh.example").exists() is is_stock


def sang() -> Identity:
    return Identity.objects.get(email="sang@vanhanh.example")
