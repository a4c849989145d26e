from collections.abc import Callable

import pytest
from django.test import Client

from core.identity.models import Identity
from tests.support.network import PASSWORD


@pytest.fixture
def console(db: None) -> Callable[..., Client]:
    """Return a function: an e-mail, Sang's unless given → a client logged in on the console's host."""

    def log_in(email: str = "sang@vanhanh.example") -> Client:
        client = Client(headers={"host": "console.localhost"})
        client.post("/quan-tri/dang-nhap/", {"email": email, "password": PASSWORD})
        return client

    return log_in


@pytest.fixture
def sang(db: None) -> Identity:
    return Identity.objects.get(email="sang@vanhanh.example")
