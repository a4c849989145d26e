"""One database for all faults, where commits are real and Elasticsearch is away."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection

from search.client import get_client
from tenants.units.hosts import host_cache
from tests.faults.verbs import DUNG, MINH, account
from tests.support.database import copied_database, run_database_name, use_database
from tests.support.network import site_of

# Nothing listens on the discard port: whoever waited for the node would be refused, and seen in the logs.
NO_NODE = "http://127.0.0.1:9"
killed: list[str] = []


@pytest.fixture(scope="module")
def network(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The small network in a database of this module's own."""
    shared, node = connection.settings_dict["NAME"], settings.ELASTICSEARCH_URL
    with django_db_blocker.unblock(), copied_database(f"{run_database_name()}_faults") as name:
        use_database(name)
        host_cache.forget()
        settings.ELASTICSEARCH_URL = NO_NODE
        get_client.cache_clear()
        for email, code in ((MINH, "th-an-binh"), (DUNG, "so-gddt")):
            account(email, site_of(code))
        yield
        settings.ELASTICSEARCH_URL = node
        get_client.cache_clear()
        use_database(shared)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if killed:
        terminalreporter.write_line(f"faults: {len(killed)} processes killed at {len(set(killed))} steps")
