"""A node with security on: each role's key is enough for its work and for nothing more."""

import pytest
from django.core.management import call_command
from elasticsearch import AuthorizationException, Elasticsearch

from infra.local.elasticsearch import running_node
from search import client as search_client
from search.client import Role, get_client
from search.index import engine, lifecycle
from search.index.bulk import NodeError
from search.index.reconcile import reconcile
from search.index.worker import Worker
from search.management.verbs import create_keys as verb
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import DeadRow, OutboxRow
from tests.search.support import ask
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def secured(elasticsearch_url, index_prefix, settings, tmp_path, monkeypatch, capsys):
    with running_node(tmp_path / "node", security=True) as node:
        settings.ELASTICSEARCH_URL = node.url
        monkeypatch.setattr(verb.getpass, "getpass", lambda prompt: node.password)
        call_command("search", "create-keys", node.username)
        for line in capsys.readouterr().out.splitlines():
            name, key = line.split("=", 1)
            setattr(settings, name, key)
        search_client.get_client.cache_clear()
        yield Elasticsearch(node.url, basic_auth=(node.username, node.password))


def test_each_role_does_its_work_and_nothing_more(secured, an_binh, settings):
    reader, writer, admin = get_client(Role.READER), get_client(Role.WRITER), get_client(Role.ADMIN)
    index = lifecycle.ensure(admin)
    OutboxRow.objects.all().delete()
    record_published(unit=an_binh.unit, document=document(), at=NOON)
    with pytest.raises(NodeError, match="security_exception"):
        Worker(reader)._deliver_batch()
    assert OutboxRow.objects.count() == 1
    assert not DeadRow.objects.exists()
    assert Worker(writer, admin=admin).drain() == 1
    assert reconcile(writer, index).differences == 0
    assert engine.find(ask("doc sach")).total == 1
    for act in (
        lambda: reader.indices.refresh(index=index),
        lambda: writer.indices.delete(index=index),
        lambda: writer.indices.update_aliases(actions=[{"remove": {"index": index, "alias": "*"}}]),
        lambda: admin.indices.create(index="of-somebody-else"),
    ):
        with pytest.raises(AuthorizationException):
            act()
    settings.ELASTICSEARCH_API_KEY = ""
    search_client.get_client.cache_clear()
    with pytest.raises(engine.EngineAwayError, match="security_exception"):
        engine.find(ask("doc sach"))


def test_one_key_for_everything_is_enough(settings):
    settings.ELASTICSEARCH_API_KEY, settings.ELASTICSEARCH_WRITER_API_KEY = "general", "own"
    assert [search_client._key(role) for role in Role] == ["general", "own", "general"]
