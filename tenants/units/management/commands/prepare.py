import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from core.schema import leave
from tenants.units.migrate_units import migrate_units
from tenants.units.migrating import migrate_active_schema
from tenants.units.schema_template import prepare_template
from tenants.units.seed import seed_register


class Command(BaseCommand):
    """Bring `public`, the template of new units and the units themselves up to date. Safe to run again."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        leave()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Migrating the public schema …")
            migrate_active_schema()
        seed_register()
        _template, rendered = prepare_template()
        did = "Rendered the template of new units" if rendered else "The template of new units is up to date"
        migrated = migrate_units()
        units = f", migrated {migrated} units" if migrated else ""
        self.stdout.write(f"{did}{units} ({time.monotonic() - started:.1f} s).")
