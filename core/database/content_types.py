"""Django keeps content types in one cache for the process, but `public` numbers them otherwise than the units do."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connections

PUBLIC = "public"


class ContentTypeCache(dict[Any, dict[Any, ContentType]]):
    """Two caches behind the face of one: what threads on `public` look up is never found by threads in a unit.

    All units share the second: every unit's schema numbers its content types alike, being made from one template and
    changed by the same migrations (tests/isolation). So a request to a unit nobody touched yet costs no query for them.
    The keys are Django's names of connections.
    """

    def __getitem__(self, using: str) -> dict[Any, ContentType]:
        return super().__getitem__(_family(using))

    def setdefault(self, using: str, default: dict[Any, ContentType]) -> dict[Any, ContentType]:
        return super().setdefault(_family(using), default)


def keep_content_types_apart() -> None:
    """Give every manager of ContentType the cache of this module."""
    cache = ContentTypeCache()
    for manager in (*ContentType._meta.local_managers, *ContentType._meta.managers):
        vars(manager)["_cache"] = cache


def _family(using: str) -> tuple[str, bool]:
    connection: Any = connections[using]  # django-tenants' wrapper, which ships no types
    return using, connection.schema_name == PUBLIC
