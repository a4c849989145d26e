"""A search followed as RSS."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from tenants.registry.actions.record_published import record_published
from tests.tenants.registry.documents import NOON, document

ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


@pytest.fixture(autouse=True)
def posts(an_binh, phu_hoa, portal, without_elasticsearch):
    for number in range(25):
        at = NOON - timedelta(days=number)
        title = f"Đọc sách & kể chuyện {number}"
        record_published(unit=an_binh.unit, document=document(number, title, published_at=at), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(1, "Đọc sách ở Phú Hòa"), at=NOON)


@pytest.fixture
def read(visitor):
    """Return a function: unit's code, query string → the channel of the feed."""

    def read_feed(code: str, query: str):
        answer = visitor(code).get(f"/tim-kiem/rss/?{query}")
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith("application/rss+xml")
        assert "no-store" in answer["Cache-Control"]
        return ElementTree.fromstring(answer.content).find("channel")  # noqa: S314 our own answer

    return read_feed


def test_feed_has_the_newest_twenty_with_whole_addresses_and_names_itself(read):
    channel = read("th-an-binh", "q=doc+sach&loai=article&xep=phu-hop&trang=9")
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == [f"Đọc sách & kể chuyện {number}" for number in range(20)]
    assert items[0].findtext("link") == items[0].findtext("guid") == "http://th-an-binh.localhost:8000/tin-tuc/bai-0/"
    assert items[0].findtext("pubDate") == "Fri, 20 Nov 2026 12:00:00 +0700"
    address = "http://th-an-binh.localhost:8000/tim-kiem/rss/?q=doc+sach&loai=article"
    assert channel.find(ATOM_LINK).attrib == {"rel": "self", "href": address}
    assert channel.findtext("title") == "Tìm “doc sach” trên trang Trường Tiểu học An Bình"


def test_feed_keeps_to_the_scope_and_the_filters(read):
    assert len(read("th-phu-hoa", "q=doc+sach").findall("item")) == 1
    assert len(read("th-phu-hoa", "q=doc+sach&pham-vi=mang-luoi").findall("item")) == 20
    assert len(read("so-gddt", "q=doc+sach&tu=20/11/2026").findall("item")) == 2
    assert read("so-gddt", "q=doc+sach&loai=legal_document").findall("item") == []


def test_feed_of_everything_is_not_here(visitor):
    assert visitor("so-gddt").get("/tim-kiem/rss/").status_code == 404
    assert visitor("so-gddt").get("/tim-kiem/rss/?loai=bi-mat").status_code == 404
