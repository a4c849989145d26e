"""Elasticsearch hangs: nobody who sends, publishes or takes down so much as knocks; the index hears of it later."""

import socket
from collections.abc import Iterator

import pytest
from django.conf import settings

from search.client import get_client
from tenants.registry.models import Entry, OutboxRow
from tests.faults.conftest import NO_NODE
from tests.faults.verbs import VERBS

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("network")]


@pytest.fixture
def hanging_node(network: None) -> Iterator[socket.socket]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{server.getsockname()[1]}"
        get_client.cache_clear()
        yield server
    settings.ELASTICSEARCH_URL = NO_NODE
    get_client.cache_clear()


@pytest.mark.parametrize("name", ["send", "publish", "accept", "take_down", "take_down_on_portal"])
def test_no_verb_waits_for_the_node(hanging_node: socket.socket, name: str) -> None:
    verb = VERBS[name]
    case = verb.stage()
    verb.act(case)
    verb.is_done(case)
    with pytest.raises(BlockingIOError):
        hanging_node.accept()
    for entry in Entry.objects.filter(object_id__in=[case.page_id, case.submission.portal_page_id]):
        assert OutboxRow.objects.filter(entry=entry, version=entry.version).exists()
