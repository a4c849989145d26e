"""Copies told as one, documents by their facts and dates: both engines must agree."""

from datetime import date, timedelta

import pytest

from search import fallback
from search.facets import Facet
from search.index import engine
from search.queries import search
from search.request import Order
from search.scope import NetworkScope, UnitScope
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.document import LegalFacts, Origin
from tenants.registry.models import Entry
from tests.search.support import TODAY, ask, deliver
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch

FACTS = {
    # object_id: number, since, partly_until, until, subject, replaced_by
    1: ("1/QĐ-SGDĐT", date(2026, 1, 1), None, None, "Chuyển đổi số", None),
    2: ("2/QĐ-SGDĐT", date(2024, 1, 1), None, date(2026, 3, 1), "Chuyển đổi số", 1),
    3: ("3/KH-SGDĐT", date(2025, 1, 1), date(2026, 11, 24), None, "Thi và tuyển sinh", None),
    4: ("4/KH-SGDĐT", date(2026, 11, 25), None, None, "Thi và tuyển sinh", None),
}
KINDS = {"QĐ": "Quyết định", "KH": "Kế hoạch"}


@pytest.fixture(params=["index", "postgresql"])
def find(request, node, live_index, an_binh, phu_hoa, portal):
    """Return the engine's `find` over one post with the portal's copy, a second post, and four documents."""
    own = record_published(unit=an_binh.unit, document=document(1, "Đua thuyền trên phá"), at=NOON)
    older = document(2, "Đua thuyền ở Phú Hòa", published_at=NOON - timedelta(days=40))
    record_published(unit=phu_hoa.unit, document=older, at=NOON)
    origin = Origin(
        unit_name=an_binh.unit.name,
        url="",
        kind=an_binh.unit.kind_id,
        levels=tuple(an_binh.unit.levels),
        commune_code=an_binh.unit.commune_id,
        original=own.pk,
    )
    copy = document(9, "Đua thuyền trên phá", object_type="republished", origin=origin, path="/tin/9/")
    record_published(unit=portal.unit, document=copy, at=NOON)
    for key in FACTS:
        record_published(unit=portal.unit, document=a_document(key), at=NOON)
    deliver(node)
    return engine.find if request.param == "index" else fallback.find


def a_document(key: int):
    number, since, partly_until, until, subject, replaced_by = FACTS[key]
    facts = LegalFacts(
        issued_date=since, since=since, until=until, partly_until=partly_until, subject=subject, replaced_by=replaced_by
    )
    # The one that has ended says the words more often than the others.
    title = (
        "Quy chế dùng máy tính quy chế dùng máy tính" if until else f"Quy chế dùng máy tính và những điều khác {key}"
    )
    return document(
        key,
        title,
        object_type="legal_document",
        document_number=number,
        document_kind=KINDS[number[2:4]],
        issuer="Sở Giáo dục và Đào tạo",
        effective_date=since,
        expiry_date=until,
        path=f"/van-ban/{key}/",
        legal=facts,
    )


def numbers(found) -> list[str]:
    by_key = {entry.pk: entry.document["document_number"] for entry in Entry.objects.live()}
    return [by_key[key] for key in found.entries]


def test_post_and_its_copy_are_one_hit_counted_once(find, an_binh, phu_hoa, portal):
    found = find(ask("đua thuyền"))
    assert (len(found.entries), found.total) == (2, 2)
    assert len(set(found.stories)) == 2
    assert found.counts[Facet.LEVEL] == {"tieu-hoc": 2}
    assert sum(found.counts[Facet.COMMUNE].values()) == 2
    assert found.counts[Facet.TYPE] == {"article": 2, "republished": 1}
    assert found.counts[Facet.UNIT] == {str(site.unit.uuid): 1 for site in (an_binh, phu_hoa, portal)}
    pages = [find(ask("đua thuyền", order=Order.NEWEST, size=1, page=page)).stories for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [1, 1, 0]
    assert pages[0] != pages[1]


def test_copy_alone_is_found_where_the_original_is_filtered_out_or_gone(find, an_binh, portal, node):
    alone = find(ask("đua thuyền", filters={Facet.TYPE: ("republished",)}))
    assert (alone.total, alone.counts[Facet.LEVEL]) == (1, {"tieu-hoc": 1})
    both = find(ask("đua thuyền", filters={Facet.TYPE: ("article", "republished")}))
    assert (both.total, both.counts[Facet.LEVEL]) == (2, {"tieu-hoc": 2})
    for site, total in ((an_binh, 1), (portal, 1)):
        assert find(ask("đua thuyền", scope=UnitScope(site.unit.uuid))).total == total
    record_gone(unit=an_binh.unit, object_type="article", object_id=1, at=NOON)
    deliver(node)
    assert find(ask("đua thuyền")).counts[Facet.TYPE] == {"article": 1, "republished": 1}
    assert find(ask("đua thuyền")).total == 2


def test_documents_are_narrowed_by_their_facts(find):
    expected = {
        (Facet.DOCUMENT_KIND, "Quyết định"): 2,
        (Facet.ISSUER, "Sở Giáo dục và Đào tạo"): 4,
        (Facet.SUBJECT, "Thi và tuyển sinh"): 2,
        (Facet.STATE, "con"): 1,
        (Facet.STATE, "chua"): 1,
        (Facet.STATE, "mot-phan"): 1,
        (Facet.STATE, "het"): 1,
    }
    counts = find(ask("quy chế dùng máy tính")).counts
    for (facet, value), total in expected.items():
        assert find(ask("quy chế dùng máy tính", filters={facet: (value,)})).total == total, value
        assert counts[facet][value] == total, value
    assert find(ask("quy chế dùng máy tính", filters={Facet.STATE: ("con", "het")})).total == 2


def test_state_follows_the_day_of_asking_without_writing_anything(find):
    before = TODAY - timedelta(days=365)
    assert find(ask("quy chế", at=before)).counts[Facet.STATE] == {"con": 2, "chua": 2}


def test_document_that_has_ended_stands_below_those_in_force_but_not_below_its_number(find):
    assert numbers(find(ask("quy chế dùng máy tính")))[-1] == "2/QĐ-SGDĐT"
    assert numbers(find(ask("quy chế dùng máy tính", at=TODAY - timedelta(days=365))))[0] == "2/QĐ-SGDĐT"
    assert numbers(find(ask("2/qd-sgddt")))[0] == "2/QĐ-SGDĐT"


def test_days_bound_what_is_found_on_both_sides(find):
    day = NOON.date()
    for first, last, total in ((day, day, 1), (None, day - timedelta(days=1), 1), (day, None, 1), (None, None, 2)):
        assert find(ask("đua thuyền", from_day=first, to_day=last)).total == total, (first, last)


def test_hits_name_the_copy_and_the_document_that_took_its_place(find, an_binh, portal):
    page = search(ask("đua thuyền trên phá"), asking_unit=an_binh.unit.uuid, other=UnitScope(an_binh.unit.uuid))
    first = page.hits[0]
    assert {first.entry.unit.code, *(copy.entry.unit.code for copy in first.copies)} == {"th-an-binh", "so-gddt"}
    assert page.elsewhere == 1
    (ended,) = search(ask("2/qd-sgddt")).hits[:1]
    assert ended.replaced_by is not None
    assert ended.replaced_by.url == "http://portal.localhost:8000/van-ban/1/"
    assert search(ask("đua thuyền", scope=UnitScope(an_binh.unit.uuid)), other=NetworkScope()).elsewhere == 2
