"""The SQL a new unit's schema is made from: a migrated and seeded schema, written out once for each set of migrations.

Running the migrations for each new unit costs 14 s at 2,000 units, and copying another schema renames constraints that
later migrations look for (ADR 2). Replaying what a migrated schema is takes a fraction of a second and differs nowhere.
"""

import hashlib
from functools import cache

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils.module_loading import import_string
from django_tenants.utils import schema_context

from core.schema import enter_bare, forget_search_path
from tenants.units.migrating import migrate_active_schema
from tenants.units.models import SchemaTemplate
from tenants.units.schema_text import write_out

# Raise when the seeded rows change, so that the template is rendered anew.
SEED_VERSION = 3
SCRATCH_SCHEMA = "t_template"
# Deferred checks of rows the migrations insert would block the next ALTER TABLE: everything is one transaction here.
CHECK_AT_ONCE = "SET CONSTRAINTS ALL IMMEDIATE"


class _ScratchDoneError(Exception):
    """Rolls the scratch schema back once it is written out."""


@cache
def migrations_hash() -> str:
    """Return the hash of the names of all migrations (a schema records them all) and of the seed's version.

    Read from disk once a process: new migrations arrive with a restart.
    """
    loader = MigrationLoader(None, ignore_no_migrations=True)
    names = sorted(f"{label}.{name}" for label, name in loader.disk_migrations)
    return hashlib.sha256("\n".join([str(SEED_VERSION), *names]).encode()).hexdigest()


def current_template() -> SchemaTemplate:
    """Return the template of the migrations on disk. Raise DoesNotExist until `manage.py prepare` has run."""
    return SchemaTemplate.objects.get(hash=migrations_hash())


def prepare_template() -> tuple[SchemaTemplate, bool]:
    """Return (template, whether it was rendered now). Rendering takes some seconds and leaves no schema behind."""
    key = migrations_hash()
    if existing := SchemaTemplate.objects.filter(hash=key).first():
        return existing, False
    sql = render()
    with schema_context("public"):
        return SchemaTemplate.objects.get_or_create(hash=key, defaults={"sql": sql})


def render() -> str:
    """Run the unit's migrations and seed in a scratch schema, write it out, roll all of it back."""
    text = ""
    try:
        with transaction.atomic(), schema_context(SCRATCH_SCHEMA):
            enter_bare(SCRATCH_SCHEMA)
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE SCHEMA {SCRATCH_SCHEMA}")
                cursor.execute(CHECK_AT_ONCE)
            migrate_active_schema()
            import_string(settings.UNIT_SEED)()
            text = write_out()
            raise _ScratchDoneError
    except _ScratchDoneError:
        return text


def replay(*, schema_name: str, sql: str) -> None:
    """Create `schema_name` from the template's SQL inside the caller's transaction."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("replay() must run inside the transaction that registers the site")
    quoted = connection.ops.quote_name(schema_name)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {quoted}")
        # Only the new schema: a table the template forgot must fail here, not be found in public.
        cursor.execute(f"SET LOCAL search_path TO {quoted}")
        # The raw psycopg2 cursor takes the script as it is; Django's would read % as a placeholder.
        cursor.cursor.execute(sql)
    forget_search_path()
