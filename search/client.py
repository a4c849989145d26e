"""The connection to Elasticsearch, one a process (the client's pool is thread-safe)."""

from enum import StrEnum
from functools import cache
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch

# A bulk of 5 MB on a busy node; readers have their own, much shorter, time (SEARCH_TIMEOUT_MS).
BULK_TIMEOUT_SECONDS = 30.0


class Role(StrEnum):
    """What a key allows (search.keys): pages read, workers write too, `manage.py search` makes and drops indices."""

    READER = "reader"
    WRITER = "writer"
    ADMIN = "admin"


@cache
def get_client(role: Role = Role.READER) -> Elasticsearch | None:
    """Return the client, or None when ELASTICSEARCH_URL is empty: search then answers from PostgreSQL."""
    if not settings.ELASTICSEARCH_URL:
        return None
    return make_client(settings.ELASTICSEARCH_URL, role)


def make_client(url: str, role: Role = Role.READER) -> Elasticsearch:
    """Return a client for the node or cluster at `url`, with the role's API key and the CA file of the settings.

    It never retries by itself: the breaker and the outbox decide when to ask again.
    """
    ca_file: dict[str, Any] = {"ca_certs": settings.ELASTICSEARCH_CA_FILE} if settings.ELASTICSEARCH_CA_FILE else {}
    return Elasticsearch(
        url,
        **ca_file,
        api_key=_key(role) or None,
        request_timeout=BULK_TIMEOUT_SECONDS,
        max_retries=0,
        retry_on_timeout=False,
    )


def _key(role: Role) -> str:
    own: dict[Role, str] = {
        Role.WRITER: settings.ELASTICSEARCH_WRITER_API_KEY,
        Role.ADMIN: settings.ELASTICSEARCH_ADMIN_API_KEY,
    }
    return own.get(role) or str(settings.ELASTICSEARCH_API_KEY)


def alias_name() -> str:
    """Return the alias that queries read. Every name of an index starts with SEARCH_PREFIX."""
    return f"{settings.SEARCH_PREFIX}-content"


def index_name(number: int) -> str:
    """Return the name of the index of one generation."""
    return f"{alias_name()}-v{number}"


def write_alias(index: str) -> str:
    """Return the alias of exactly one index that writers name.

    Writing requires it, so that a node that lost its data refuses instead of inventing an index with a guessed mapping.
    """
    return f"{index}-write"
