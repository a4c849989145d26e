"""The active schema: the one place that talks to django-tenants' connection.

Cache keys, file paths, log lines and task rows get their schema from `active_schema`.
"""

from typing import Any, cast

from django.db import connection

PUBLIC = "public"
_tenants = cast(Any, connection)  # django-tenants' backend, which ships no types


def active_schema() -> str:
    """Return the name of the active schema; `public` outside units."""
    return str(_tenants.schema_name)


def active_tenant() -> object:
    """Return the active site, or django-tenants' stand-in when only a schema name was set."""
    return _tenants.tenant


def enter(tenant: object) -> None:
    """Make the site's schema the active one until something else is entered. Prefer tenants.units.context."""
    _tenants.set_tenant(tenant)


def enter_bare(schema_name: str) -> None:
    """Make only this schema visible: what is missing there is not looked for in public."""
    _tenants.set_schema(schema_name, include_public=False)


def leave() -> None:
    """Return to the public schema."""
    _tenants.set_schema_to_public()


def forget_search_path() -> None:
    """Make the next statement set the search path again, after raw SQL changed it."""
    _tenants.search_path_set_schemas = None


def renew() -> None:
    """Go on in a fresh database session, except inside a transaction.

    A session keeps a plan for each foreign key it ever wrote through, and every DDL statement walks them all: a site
    took 4 s to make in a session that had written in 50 units, 86 % of it in PlanCacheRelCallback.
    """
    if not connection.in_atomic_block:
        connection.close()
