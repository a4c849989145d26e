import io
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.core.management.commands.migrate import Command as MigrateCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from core.schema import leave
from tenants.units.schema_template import prepare_template
from tenants.units.seed import seed_register


class Command(BaseCommand):
    """Bring `public` up to date, seed kinds and communes, render the template of new units. Safe to run again."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        leave()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Migrating the public schema …")
            MigrateCommand(stdout=io.StringIO()).run_from_argv(["manage.py", "migrate", "--noinput", "-v0"])
        seed_register()
        _template, rendered = prepare_template()
        did = "Rendered the template of new units" if rendered else "The template of new units is up to date"
        self.stdout.write(f"{did} ({time.monotonic() - started:.1f} s).")
