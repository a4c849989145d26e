"""How the API answers: from any site, no more than asked for, refusals in one sentence, described without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from sites.api import answers
from sites.api.answers import Limit
from tenants.pagecache.shelf import shelves
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tenants.units.pulse import pulses
from tenants.units.statuses import UnitStatus
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
ARTICLES = "/api/v1/articles/"


@pytest.fixture
def reader(an_binh: UnitSite, visitor: Visitor) -> Client:
    with use_site(an_binh):
        make_article("Bài một")
    return visitor("th-an-binh")


@pytest.mark.parametrize("is_kept", [False, True])
def test_reader_who_has_the_answer_gets_304(is_kept: bool, reader: Client, an_binh: UnitSite, settings: Any) -> None:
    settings.PAGE_CACHE = is_kept
    shelves.clear()
    pulses.forget()
    client = Client(headers={"host": "th-an-binh.localhost"})
    tag = client.get(ARTICLES)["ETag"]
    assert client.get(ARTICLES, headers={"if-none-match": tag}).status_code == 304
    with use_site(an_binh):
        make_article("Bài hai")
    pulses.forget()
    changed = client.get(ARTICLES, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag
    assert changed["Cache-Control"] == "no-cache"


def test_any_site_may_read_and_none_may_send_cookies(reader: Client) -> None:
    answer = reader.get(ARTICLES, headers={"origin": "https://bao.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.has_header("Access-Control-Allow-Credentials")
    assert not answer.cookies
    asked_before = reader.options(ARTICLES, headers={"origin": "https://bao.example"})
    assert asked_before["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert not reader.get("/").has_header("Access-Control-Allow-Origin")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", [ARTICLES, "/api/v1/openapi.json"])
def test_nothing_can_be_changed(method: str, path: str, reader: Client) -> None:
    answer = getattr(Client(enforce_csrf_checks=True, headers={"host": "th-an-binh.localhost"}), method)(path)
    assert answer.status_code == 405
    assert answer.json()["error"] == "Dữ liệu ở đây chỉ để đọc. Hãy dùng phương thức GET."


def test_head_has_the_headers_alone(reader: Client) -> None:
    answer = reader.head(ARTICLES)
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/v1/articles/999999/", 404, "không có dữ liệu công khai"),
        ("/api/v1/khong-co/", 404, "không có dữ liệu công khai"),
        ("/api/v1/", 404, "không có dữ liệu công khai"),
        ("/api/v1/units/abc/", 404, "không có dữ liệu công khai"),
        ("/api/v1/schedule/hom-nay/", 404, "không có dữ liệu công khai"),
        ("/api/v1/articles/?size=101", 400, "“size”"),
        ("/api/v1/articles/?page=0", 400, "“page”"),
        ("/api/v1/articles/?since=hom-qua", 400, "“since”"),
        ("/api/v1/articles/?since=2026-11-24T07:00:00", 400, "“since”"),
        ("/api/v1/documents/?issued_from=24/11/2026", 400, "“issued_from”"),
        ("/api/v1/articles/?page=99999999999999999999", 400, "“page”"),
    ],
)
def test_refusal_is_one_sentence(path: str, status: int, words: str, reader: Client) -> None:
    answer = reader.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json; charset=utf-8")
    assert list(answer.json()) == ["error"]
    assert words in answer.json()["error"]


def test_unit_that_rests_answers_programs_as_programs(reader: Client, an_binh: UnitSite) -> None:
    set_status(unit=an_binh.unit, status=UnitStatus.SUSPENDED, reason="Thử tạm dừng", by=None, at=timezone.now())
    answer = reader.get(ARTICLES)
    assert (answer.status_code, answer["Retry-After"]) == (503, "3600")
    assert answer.json() == {"error": "Trang của Trường Tiểu học An Bình đang tạm nghỉ. Hãy hỏi lại sau."}
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "<h1>" in reader.get("/api/").text
    strange = Client(headers={"host": "khong-co.localhost"}).get(ARTICLES)
    assert (strange.status_code, list(strange.json())) == (404, ["error"])


def test_failure_is_a_sentence_too(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sites.api.articles.entries_of", lambda *types: 1 / 0)
    reader.raise_request_exception = False
    answer = reader.get(ARTICLES)
    assert (answer.status_code, list(answer.json())) == (500, ["error"])


def test_brake_names_the_time_and_holds_one_address_only(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "LIMIT", Limit("api", count=2, period=answers.LIMIT.period))
    statuses = [reader.get(ARTICLES).status_code for _time in range(3)]
    assert statuses == [200, 200, 429]
    refusal = reader.get(ARTICLES)
    assert "Hãy chờ đến" in refusal.json()["error"]
    assert 0 < int(refusal["Retry-After"]) <= 600
    assert reader.get(ARTICLES, REMOTE_ADDR="198.51.100.7").status_code == 200


def test_description_names_every_type_and_every_refusal(reader: Client) -> None:
    description = reader.get("/api/v1/openapi.json").json()
    assert description["openapi"].startswith("3.")
    assert {path.split("/")[3] for path in description["paths"]} == {
        "units", "articles", "documents", "schedule", "procedures", "admissions", "questions", "disclosures", "albums",
        "resources", "links",
    }  # fmt: skip
    for methods in description["paths"].values():
        assert set(methods) == {"get", "head"}
        assert methods["get"]["summary"]


def test_page_of_words_lists_the_addresses_without_a_script_of_others(reader: Client) -> None:
    answer = reader.get("/api/")
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert 'href="/api/v1/articles/"' in answer.text
    assert "/api/v1/documents/{document_id}/" in answer.text
    assert 'src="http' not in answer.text
