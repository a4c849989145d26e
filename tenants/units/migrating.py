"""Bringing one schema to the migrations on disk."""

import io

from django.core.management.commands.migrate import Command as MigrateCommand


def migrate_active_schema() -> None:
    """Run the pending migrations of the active schema; content types and permissions follow them."""
    MigrateCommand(stdout=io.StringIO()).execute(
        database="default", verbosity=0, interactive=False, skip_checks=True, run_syncdb=False,
        app_label=None, migration_name=None, fake=False, fake_initial=False, plan=False,
        check_unapplied=False, prune=False, force_color=False, no_color=True, settings=None,
        pythonpath=None, traceback=False, stderr=None, stdout=io.StringIO(),
    )  # fmt: skip
