"""The desk's people at their own browsers, and a post that has just arrived."""

import pytest

from tests.factories.exchange import send_post

BASE = "/quan-tri/ban-bien-tap/"


@pytest.fixture
def sent(an_binh):
    return send_post(an_binh, "minh@anbinh.example")


@pytest.fixture
def dung(log_in):
    """Tổ kỹ thuật."""
    return log_in("dung@so.example")


@pytest.fixture
def khoa(log_in):
    """Trưởng Ban Biên tập."""
    return log_in("khoa@so.example")


@pytest.fixture
def mai(log_in):
    """Thành viên Ban Biên tập của Phòng Giáo dục phổ thông."""
    return log_in("mai@so.example")


@pytest.fixture
def take(sent):
    """Return a function: client, step, data → the page after the step."""

    def take_step(client, step: str, data: dict | None = None, *, pk: int | None = None):
        return client.post(f"{BASE}{pk or sent.pk}/{step}/", data or {}, follow=True)

    return take_step
