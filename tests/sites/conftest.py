"""What the tests of public forms share."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.formguard.form import QUICKEST
from tests.support.guarded_form import Sender, read_guard


@pytest.fixture
def send(monkeypatch: pytest.MonkeyPatch) -> Sender:
    """Return a function: client, address of the form, fields → the answer to it, filled in at a person's pace."""
    clock = {"at": timezone.now()}
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock["at"])

    def send_form(client: Client, address: str, *, to: str = "", **fields: Any) -> Any:
        guard = read_guard(client.get(address).text)
        clock["at"] += QUICKEST + timedelta(seconds=1)
        return client.post(to or address, {**guard, **fields})

    return send_form
