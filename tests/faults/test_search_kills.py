"""KILLS kills of workers, node and connections while posts change; `make bench ONLY=search_kills` makes a thousand."""

import os

import pytest

from tests.faults.kills import run_kills

pytestmark = [pytest.mark.elasticsearch, pytest.mark.faults]
KILLS = int(os.environ.get("KILLS", "20"))


def test_kills_under_a_load_of_edits_lose_nothing_and_bring_nothing_back(
    own_database, elasticsearch_url, settings, tmp_path
):
    settings.SEARCH_PREFIX = "kills"
    found = run_kills(
        database=own_database, prefix="kills", folder=tmp_path / "node", count=KILLS, pause=0.25, seed=20261124
    )
    assert (found.differences, found.stale, found.resurrected, found.dead) == (0, 0, 0, 0), found
    assert sum(found.kills.values()) >= KILLS - 1
    assert found.versions > KILLS
