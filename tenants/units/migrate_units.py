"""Bringing the units that were made from an older template to today's migrations."""

from django_tenants.utils import schema_context

from tenants.units.migrating import migrate_active_schema
from tenants.units.models import UnitSite
from tenants.units.schema_template import migrations_hash


def migrate_units() -> int:
    """Migrate the units whose template is not today's, one after the other; return how many.

    Stopped half-way, the next run goes on where this one ended. For a network of some hundred units; thousands want
    the captured statements of one unit replayed in the others.
    """
    behind = list(UnitSite.objects.exclude(template_hash=migrations_hash()))
    for site in behind:
        with schema_context(site.schema_name):
            migrate_active_schema()
        UnitSite.objects.filter(pk=site.pk).update(template_hash=migrations_hash())
    return len(behind)
