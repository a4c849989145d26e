"""A real node for each session: indices of a random prefix, deleted at the end, one fresh index a test."""

import secrets
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch
from pytest_django import Settings

from search import client as search_client
from search.breaker import reading
from search.index.lifecycle import ensure
from tests.support.services import elasticsearch_url  # noqa: F401 a fixture


@pytest.fixture(scope="session")
def node(elasticsearch_url: str) -> Iterator[Elasticsearch]:  # noqa: F811
    client = Elasticsearch(elasticsearch_url, request_timeout=30, max_retries=0)
    yield client
    client.close()


@pytest.fixture(scope="session")
def session_prefix(node: Elasticsearch) -> Iterator[str]:
    prefix = f"test-{secrets.token_hex(4)}"
    yield prefix
    _delete_indices(node, prefix)


@pytest.fixture
def index_prefix(node: Elasticsearch, session_prefix: str, settings: Settings) -> Iterator[str]:
    """Names of this test's own on the shared node; the product's client speaks to that node."""
    settings.SEARCH_PREFIX = f"{session_prefix}-{secrets.token_hex(2)}"
    settings.ELASTICSEARCH_URL = str(node.transport.node_pool.get().base_url)
    search_client.get_client.cache_clear()
    reading.record_success()
    yield settings.SEARCH_PREFIX
    search_client.get_client.cache_clear()
    reading.record_success()
    _delete_indices(node, settings.SEARCH_PREFIX)


@pytest.fixture
def live_index(db: None, node: Elasticsearch, index_prefix: str) -> str:
    """An index behind the alias, filled from the registry as it is."""
    return ensure(node)


@pytest.fixture
def without_elasticsearch(settings: Settings) -> Iterator[None]:
    settings.ELASTICSEARCH_URL = ""
    search_client.get_client.cache_clear()
    yield
    search_client.get_client.cache_clear()


def _delete_indices(node: Elasticsearch, prefix: str) -> None:
    names = list(node.options(ignore_status=404).indices.get(index=f"{prefix}*", expand_wildcards="all"))
    for name in names:
        node.options(ignore_status=404).indices.delete(index=name)
