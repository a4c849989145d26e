from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.frontend.gallery import gallery

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def gallery_address() -> Iterator[str]:
    with gallery() as address:
        yield address
