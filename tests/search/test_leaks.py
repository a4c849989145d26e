"""Two thousand units with the same words: asked in the scope of one, no endpoint answers with another's thing."""

import os

import pytest
from django.db import connection
from django.http import QueryDict
from django.utils import timezone

from core.text.fold import fold
from core.text.sort_key import sort_key
from search import fallback, form
from search.index import engine
from search.index.backfill import backfill
from search.models import IndexTarget
from search.queries import search
from search.scope import NetworkScope, UnitScope
from search.suggest.queries import Typed, suggest
from tenants.registry.models import Entry
from tenants.units.models import Kind, Unit
from tests.tenants.registry.documents import document

pytestmark = pytest.mark.elasticsearch
UNITS = 2_000
SHARE = int(os.environ.get("LEAK_SHARE", "20"))
TITLE = "Lễ khai giảng năm học mới"


@pytest.fixture
def units(db) -> list[Unit]:
    """Registered units with two entries each, made in the register and the registry alone."""
    kind = Kind.objects.get(pk="tieu-hoc")
    names = [f"Trường Tiểu học số {number}" for number in range(UNITS)]
    units = Unit.objects.bulk_create(
        Unit(
            code=f"leak-{number}", kind=kind, name=name, slug=f"leak-{number}", sort_key=sort_key(name),
            folded=fold(name), status="active",
        )
        for number, name in enumerate(names)
    )  # fmt: skip
    now, stored = timezone.now(), document(title=TITLE).stored()
    Entry.objects.bulk_create(
        Entry(
            unit=unit, object_type="article", object_id=thing, locale="vi", path=f"/tin-tuc/{unit.slug}-{thing}/",
            title=TITLE, unit_kind="tieu-hoc", published_at=now, changed_at=now, folded_title=fold(TITLE),
            folded=fold(TITLE),
            document=stored,
        )
        for unit in units
        for thing in (1, 2)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE registry_entry")
    return units


def test_no_unit_is_answered_with_anothers_thing(units, node, live_index):
    """Every unit asks the index; one in SHARE also the page, the feed, the suggestions and the other engine."""
    backfill(node, IndexTarget.objects.get())
    node.indices.refresh(index=live_index)
    at, owner = timezone.now(), dict(Entry.objects.values_list("pk", "unit_id"))
    for number, unit in enumerate(units):
        request = form.parse(QueryDict("q=khai"), unit=unit, is_portal=False, at=at)
        found = engine.find(request)
        assert (found.total, {owner[pk] for pk in found.entries}) == (2, {unit.pk})
        if number % SHARE:
            continue
        answer = search(request, asking_unit=unit.uuid, other=NetworkScope())  # the page and the feed
        assert {hit.entry.unit_id for hit in answer.hits} == {unit.pk}
        assert {owner[pk] for pk in fallback.find(request).entries} == {unit.pk}
        typed = Typed(text="le khai giang", scope=UnitScope(unit.uuid), unit=unit, is_portal=False)
        urls = {one.url for group in suggest(typed) for one in group.suggestions if TITLE in one.text}
        assert all(f"/{unit.slug}-" in url for url in urls)
