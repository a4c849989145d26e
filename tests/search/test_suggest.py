"""Type-ahead over HTTP and against its aims; the combobox itself is tried in tests/browser/test_suggest.py."""

import json
from datetime import date

import pytest

from core.text.document_number import number_key
from core.text.fold import fold
from search import client as search_client
from search.breaker import reading
from search.scope import NetworkScope
from search.suggest import titles, unit_names
from search.suggest.models import FrequentQuery
from search.suggest.queries import Typed, suggest
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry
from tenants.units.models import Commune, Unit, UnitName
from tests.search.support import deliver
from tests.support.network import make_unit
from tests.tenants.registry.documents import NOON, document


@pytest.fixture
def posts(an_binh, phu_hoa, portal, without_elasticsearch):
    record_published(unit=an_binh.unit, document=document(1, "Tuyển sinh lớp 1 ở An Bình"), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(2, "Tuyển sinh lớp 1 ở Phú Hòa"), at=NOON)
    record_published(unit=portal.unit, document=document(3, "Tuyển sinh lớp 1 ở An Bình"), at=NOON)


@pytest.fixture
def patient(monkeypatch):
    """Beside other tests a keystroke's time is too short."""
    monkeypatch.setattr(titles, "TIMEOUT_MS", 5_000)


@pytest.fixture
def offered(visitor):
    """Return a function: unit's code, fields → what is offered as (group, text, note, url)."""

    def ask(code: str, text: str, **fields: str) -> list[tuple[str, str, str, str]]:
        answer = visitor(code).get("/tim-kiem/goi-y/", {"q": text} | fields)
        assert answer.status_code == 200
        return [
            (group["label"], one["text"], one["note"], one["url"])
            for group in answer.json()["groups"]
            for one in group["options"]
        ]

    return ask


def texts(offers) -> list[str]:
    return [text for _group, text, _note, _url in offers]


def test_portal_offers_titles_of_the_network_once_each(posts, offered):
    found = offered("so-gddt", "tuyen si")
    assert [one[:2] for one in found] == [
        ("Nội dung", "Tuyển sinh lớp 1 ở An Bình"),
        ("Nội dung", "Tuyển sinh lớp 1 ở Phú Hòa"),
    ]


def test_unit_offers_its_own_titles_and_every_unit_itself_first(posts, offered, an_binh):
    assert texts(offered("th-an-binh", "tuyển sinh l")) == ["Tuyển sinh lớp 1 ở An Bình"]
    assert texts(offered("th-an-binh", "tuyen sinh", **{"pham-vi": "mang-luoi"})) == [
        "Tuyển sinh lớp 1 ở An Bình",
        "Tuyển sinh lớp 1 ở Phú Hòa",
    ]
    assert texts(offered("th-phu-hoa", "truong tieu hoc")) == ["Trường Tiểu học Phú Hòa", "Trường Tiểu học An Bình"]


def test_former_name_leads_to_the_unit_and_is_said(posts, offered, an_binh):
    UnitName.objects.create(
        unit=an_binh.unit,
        name="Trường PTCS Hiền Lương",
        slug="hien-luong",
        folded=fold("Trường PTCS Hiền Lương"),
        valid_until=date(2020, 1, 1),
    )
    [(group, text, note, url)] = offered("so-gddt", "hien lu")
    assert (group, text, note) == ("Đơn vị", "Trường Tiểu học An Bình", "trước đây: Trường PTCS Hiền Lương")
    assert url.startswith("http://th-an-binh.localhost")


def test_nothing_hidden_is_offered(posts, offered, phu_hoa, django_capture_on_commit_callbacks):
    Unit.objects.filter(pk=phu_hoa.unit.pk).update(status="suspended")
    unit_names.kept.forget()
    assert texts(offered("so-gddt", "phu ho")) == []
    assert texts(offered("so-gddt", "tuyen sinh")) == ["Tuyển sinh lớp 1 ở An Bình"]


def test_frequent_questions_are_offered_where_they_were_asked(posts, offered, an_binh):
    FrequentQuery.objects.create(unit=None, text="tuyển sinh lớp 10", folded="tuyen sinh lop 10", times=40)
    FrequentQuery.objects.create(unit=an_binh.unit, text="tuyển dụng", folded="tuyen dung", times=30)
    assert texts(offered("so-gddt", "tuyen"))[0] == "tuyển sinh lớp 10"
    assert texts(offered("th-an-binh", "tuyen"))[0] == "tuyển dụng"
    assert "tuyển dụng" not in texts(offered("th-phu-hoa", "tuyen"))


def test_unit_is_found_by_the_abbreviation_its_name_does_not_use(offered, an_binh, without_elasticsearch):
    make_unit("trung-hoc", "thpt", "Trường Trung học phổ thông Cửa Việt")
    assert texts(offered("th-an-binh", "thpt cua v")) == ["Trường Trung học phổ thông Cửa Việt"]
    # TH stands for it, and begins "thông", which nobody typed.
    assert texts(offered("th-an-binh", "tieu hoc")) == ["Trường Tiểu học An Bình", "Trường Tiểu học Phú Hòa"]


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("patient")
def test_elasticsearch_offers_titles_of_the_scope_and_postgresql_when_it_is_away(
    node, live_index, an_binh, phu_hoa, portal, offered, settings
):
    record_published(unit=an_binh.unit, document=document(1, "Tuyển sinh lớp 1 ở An Bình"), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(2, "Tuyển sinh lớp 1 ở Phú Hòa"), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(3, "Tuyển sinh lớp 1, bài đã gỡ"), at=NOON)
    deliver(node)
    record_gone(unit=phu_hoa.unit, object_type="article", object_id=3, at=NOON)
    network = ["Tuyển sinh lớp 1 ở An Bình", "Tuyển sinh lớp 1 ở Phú Hòa"]
    for away in (False, True):
        if away:
            settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
            search_client.get_client.cache_clear()
        for typed in ("tuye", "tuyen sinh lop 1", "tuyển sinh l", "lop 1 o", "TUYỂN SINH L"):
            assert sorted(texts(offered("so-gddt", typed))) == network, (away, typed)
            assert texts(offered("th-an-binh", typed)) == network[:1], (away, typed)
    assert not titles.breaker.allows_call()
    assert reading.allows_call()
    titles.breaker.record_success()


@pytest.mark.parametrize("text", ["", "t", "x" * 81, "!!", "\x00\x00", "'); --", "\U0001f600\U0001f600", "&|(:*", "\\"])
def test_garbage_is_answered_by_an_empty_list(posts, offered, text):
    assert offered("so-gddt", text) == []


def test_answer_stays_in_the_readers_browser_and_costs_few_queries(posts, visitor, django_assert_max_num_queries):
    client = visitor("th-an-binh")
    client.get("/tim-kiem/goi-y/", {"q": "tuyen"})
    with django_assert_max_num_queries(7):  # two for the titles, four around the first of them, one for the host
        answer = client.get("/tim-kiem/goi-y/", {"q": "tuyen sinh"})
    assert answer["Cache-Control"] == "private, max-age=60"
    assert "Set-Cookie" not in answer
    assert json.loads(answer.content)["status"] == "Có 1 gợi ý. Dùng phím mũi tên để chọn."


# 1,000 numbers as three organs write them, and the spellings people use.
SYMBOLS = ["QĐ-SGDĐT", "SGDĐT-GDPT", "2025/TT-BGDĐT", "KH-UBND"]
NUMBERS = [f"{figures}/{SYMBOLS[figures % 4]}" for figures in range(101, 1101)]


def spellings(number: str) -> list[str]:
    return [
        number,
        number.lower(),
        fold(number),
        fold(number).replace("/", " ").replace("-", " "),
        number.replace("/", "-"),
        number.replace("GDĐT", "GD&ĐT"),
        number.replace("-", " – "),
    ]


def test_every_beginning_of_a_number_finds_it_among_the_first_five(portal, without_elasticsearch):
    like = record_published(unit=portal.unit, document=document(9, "Văn bản", document_number="1/QĐ-SGDĐT"), at=NOON)
    rows = {name: getattr(like, name) for name in ("unit", "object_type", "locale", "path", "year", "published_at")}
    rows |= {"unit_kind": like.unit_kind, "changed_at": NOON}
    Entry.objects.bulk_create(
        Entry(**rows, object_id=key, number_key=number_key(number), title=number, document={"document_number": number})
        for key, number in enumerate(NUMBERS, start=10)
    )

    def offered(text: str) -> list[str]:
        groups = suggest(Typed(text=text, scope=NetworkScope(), unit=portal.unit, is_portal=True))
        return [one.text for group in groups for one in group.suggestions]

    missed = [
        typed
        for number in NUMBERS[::40]
        for spelling in spellings(number)
        for typed in {spelling[:length].strip() for length in (4, 5, 6, 8, len(spelling))}
        if len(typed) >= 4 and number not in offered(typed)
    ]
    assert missed == []


def mean_reciprocal_rank(names: list[str], typed_of) -> float:
    scores = []
    for name in names:
        for typed in typed_of(name):
            found = [unit.name for unit, _former in unit_names.unit_names().find(typed, first=0, limit=5)]
            scores.append(1 / (found.index(name) + 1) if name in found else 0.0)
    return sum(scores) / len(scores)


def test_beginnings_of_school_names_find_the_school(db):
    """Four schools in each of the province's communes; typed without marks, the commune's name at least half."""
    levels = ("mầm non", "tiểu học", "THCS", "THPT")
    places = Commune.objects.values_list("name", flat=True)
    names = [f"Trường {level} {place}" for level in levels for place in places]
    for number, name in enumerate(names):
        make_unit(f"truong-{number}", "tieu-hoc", name)
    assert len(names) > 300

    def typed_of(name: str) -> list[str]:
        level = next(level for level in levels if f" {level} " in name)
        opening = fold(f"{level} ")
        place = fold(name.split(f"{level} ")[1])
        return [opening + place[:length] for length in range(min(5, len(place)), len(place) + 1)]

    rank = mean_reciprocal_rank(names, typed_of)
    assert rank >= 0.90
