"""Servers and browser for the tests that need real ones: `pytest_plugins = ["tests.support.services"]`."""

import os
from collections.abc import Iterator

import pytest

from infra.local import prerequisites, services

NEEDS_MORE_THAN_PYTHON = ("elasticsearch", "browser")


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """The address of a real node: the one given or running, else one of the tests' own, started once (10 s)."""
    with services.in_use():
        url = services.elasticsearch_url()
        if url is None:
            pytest.skip("Elasticsearch is not installed: run `make elasticsearch`")
        yield url


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    path = prerequisites.browser()
    if path is None:
        pytest.skip("Chromium is not installed: `make test` installs it or names the command")
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With REQUIRE_ALL (CI), a skipped search or browser test is a failure: nothing is left out silently."""
    report = yield
    needs_more = any(item.get_closest_marker(name) for name in NEEDS_MORE_THAN_PYTHON)
    if report.skipped and needs_more and os.environ.get("REQUIRE_ALL"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped where everything must run: {report.longrepr[2]}"
    return report
