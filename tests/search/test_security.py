"""A node with security on: the product works with an API key and says what is wrong without one."""

import pytest
from elasticsearch import Elasticsearch

from infra.local.elasticsearch import running_node
from search import client as search_client
from search.index import engine, lifecycle
from search.index.worker import Worker
from tenants.registry.actions.record_published import record_published
from tests.search.support import ask
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def secured(elasticsearch_url, index_prefix, settings, tmp_path):
    with running_node(tmp_path / "node", security=True) as node:
        administrator = Elasticsearch(node.url, basic_auth=(node.username, node.password))
        key = administrator.security.create_api_key(
            name="product",
            role_descriptors={"product": {"indices": [{"names": [f"{index_prefix}*"], "privileges": ["all"]}],
                                          "cluster": ["monitor"]}},
        )  # fmt: skip
        settings.ELASTICSEARCH_URL = node.url
        settings.ELASTICSEARCH_API_KEY = key["encoded"]
        search_client.get_client.cache_clear()
        yield


def test_api_key_is_all_the_product_needs(secured, an_binh, settings):
    client = search_client.get_client()
    lifecycle.ensure(client)
    record_published(unit=an_binh.unit, document=document(), at=NOON)
    assert Worker(client).drain() == 1
    client.indices.refresh(index=search_client.alias_name())
    assert engine.find(ask("doc sach")).total == 1

    settings.ELASTICSEARCH_API_KEY = ""
    search_client.get_client.cache_clear()
    with pytest.raises(engine.EngineAwayError, match="security_exception"):
        engine.find(ask("doc sach"))
