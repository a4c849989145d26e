"""django-tenants' backend, with what it leaves to the caller: callbacks after commit and the cache of content types."""

from collections.abc import Callable
from typing import Any

from django_tenants.postgresql_backend.base import DatabaseWrapper as TenantDatabaseWrapper

from core.database.content_types import keep_content_types_apart

keep_content_types_apart()


class DatabaseWrapper(TenantDatabaseWrapper):
    """A connection that works in one schema at a time."""

    def set_tenant(self, tenant: Any, include_public: bool = True) -> None:
        """Make the schema of `tenant` the active one.

        Django-tenants' own method empties the cache of content types of the whole process besides, at each request
        and under the feet of other threads; core.database.content_types makes that unnecessary.
        """
        self.tenant = tenant
        self.schema_name = tenant.schema_name
        self.include_public_schema = include_public
        self.set_settings_schema(self.schema_name)
        self.search_path_set_schemas = None

    def on_commit(self, func: Callable[[], object], robust: bool = False) -> None:
        """Run `func` after the commit in the schema that is active now.

        One transaction may span several units: what Wagtail queues after the commit (deleting a file, a changed
        address) would otherwise be done in whichever unit the transaction happened to end in.
        """
        tenant, include_public = self.tenant, self.include_public_schema

        def in_its_schema() -> None:
            before, before_public = self.tenant, self.include_public_schema
            self.set_tenant(tenant, include_public)
            try:
                func()
            finally:
                self.set_tenant(before, before_public)

        super().on_commit(in_its_schema, robust)
