"""The page cache, which tests run without, turned on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tenants.pagecache.shelf import shelves
from tenants.units import hosts, pulse
from tenants.units.pulse import pulses

Kept = Callable[..., bool]


@pytest.fixture(autouse=True)
def page_cache(settings: Any) -> None:
    settings.PAGE_CACHE = True
    shelves.clear()
    pulses.forget()


@pytest.fixture
def reader(an_binh: Any, visitor: Callable[[str], Client]) -> Client:
    """An anonymous reader of An Bình."""
    return visitor("th-an-binh")


@pytest.fixture
def is_kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Return a function: client, address, what is sent along → whether the second of two requests asked no query."""
    monkeypatch.setattr(pulse, "PULSE_SECONDS", 60.0)
    monkeypatch.setattr(hosts, "CHECK_SECONDS", 60.0)

    def ask_twice(client: Client, address: str, **sent: Any) -> bool:
        client.get(address, **sent)
        with CaptureQueriesContext(connection) as queries:
            client.get(address, **sent)
        return len(queries) == 0

    return ask_twice
