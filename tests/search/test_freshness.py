"""How long until a reader finds what was just published, and no longer finds what was just taken down."""

import statistics
import time

import pytest

from search.index import engine, lifecycle
from search.queries import search
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry
from tenants.units.models import Unit
from tests.search.support import ask
from tests.search.test_faults import worker_process
from tests.tenants.registry.documents import NOON, document

pytestmark = [pytest.mark.elasticsearch, pytest.mark.faults]
POSTS = 50
PUBLISH_P95_SECONDS, TAKE_DOWN_MAX_SECONDS = 3.0, 5.0


@pytest.fixture
def unit(own_database: str) -> Unit:
    return Unit.objects.get(code="th-an-binh")


def found_numbers() -> set[int]:
    entries = engine.find(ask("thả diều", size=POSTS)).entries
    return set(Entry.objects.filter(pk__in=entries).values_list("object_id", flat=True))


def measure(changes, is_seen) -> list[float]:
    """Make the changes a tenth of a second apart and return, for each, the seconds until `is_seen` tells so."""
    started: dict[int, float] = {}
    took: dict[int, float] = {}
    due = time.monotonic()
    while len(took) < POSTS:
        if len(started) < POSTS and time.monotonic() >= due:
            number = len(started)
            changes(number)
            started[number] = time.monotonic()
            due += 0.1
        for number in is_seen() & started.keys() - took.keys():
            took[number] = time.monotonic() - started[number]
        assert time.monotonic() - due < 60, f"only {len(took)} of {POSTS} were seen"
    return list(took.values())


def test_published_posts_are_found_and_taken_down_ones_are_not_within_seconds(
    own_database, unit, node, index_prefix, settings, record_property
):
    lifecycle.ensure(node)
    everything = set(range(POSTS))
    with worker_process(own_database, settings.ELASTICSEARCH_URL, index_prefix):
        record_published(unit=unit, document=document(999, "Khởi động thả diều"), at=NOON)
        while not found_numbers():
            time.sleep(0.1)
        published = measure(
            lambda number: record_published(unit=unit, document=document(number, f"Hội thả diều {number}"), at=NOON),
            found_numbers,
        )
        taken_down = measure(
            lambda number: record_gone(unit=unit, object_type="article", object_id=number, at=NOON),
            lambda: everything - found_numbers(),
        )
    p95 = statistics.quantiles(published, n=20)[-1]
    for name, value in (("publish_p95", p95), ("take_down_max", max(taken_down))):
        record_property(name, round(value, 2))
    assert p95 <= PUBLISH_P95_SECONDS
    assert max(taken_down) <= TAKE_DOWN_MAX_SECONDS
    assert [hit.entry.object_id for hit in search(ask("thả diều")).hits] == [999]
