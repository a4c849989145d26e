"""The stock parts whose leaks were reproduced. A test puts one back to show that it would notice the leak."""

from collections.abc import Iterable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.cache.backends.base import default_key_func
from django.db import connection
from django_tenants.postgresql_backend.base import DatabaseWrapper as TenantDatabaseWrapper
from pytest_django import Settings

from core.database.base import DatabaseWrapper
from tenants.units.models import UnitSite

OWN_EDGE = "tenants.units.middleware.UnitMiddleware"
STOCK_EDGE = "django_tenants.middleware.main.TenantMainMiddleware"


def put_back_edge(settings: Settings) -> None:
    """Let django-tenants' middleware choose the unit."""
    settings.MIDDLEWARE = [STOCK_EDGE if name == OWN_EDGE else name for name in settings.MIDDLEWARE]


def put_back_cache_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the keys of every cache as Django does, without the schema."""
    for cache in caches.all(initialized_only=False):
        monkeypatch.setattr(cache, "key_func", default_key_func)


def put_back_content_type_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep content types of `public` and of units in one cache."""
    stock: dict = {}
    for manager in ContentType._meta.managers:
        monkeypatch.setattr(manager, "_cache", stock)


def put_back_on_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run what waits for the commit in whichever schema is active then."""
    monkeypatch.setattr(DatabaseWrapper, "on_commit", TenantDatabaseWrapper.on_commit)


def share_tables(sites: Iterable[UnitSite], tables: Iterable[str]) -> None:
    """Leave `tables` to `public` alone, as with apps that are only shared: undone with the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for site in sites:
            for table in tables:
                cursor.execute(f"DROP TABLE {site.schema_name}.{table} CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
