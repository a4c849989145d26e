"""Admissions, questions, disclosures and the library as programs read them: what the page shows, and no more."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from sites.models import BasePage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.conftest import make_document, make_image
from tests.sites.admissions.test_admissions import add_notice, workbook
from tests.sites.api.test_api import read
from tests.sites.disclosures.test_years import facilities, open_first
from tests.sites.library.conftest import add_album, add_resource, figure, link, put_links, resource, video
from tests.sites.questions.conftest import add_answered

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]


def one(client: Client, path: str) -> Any:
    (item,) = read(client, path)["items"]
    found = read(client, f"{path}/{item['id']}")
    assert {name: value for name, value in found.items() if name in item and name != "parts"} == {
        name: value for name, value in item.items() if name != "parts"
    }
    return found


def test_admission_has_its_state_and_papers_and_no_names(an_binh: UnitSite, visitor: Visitor) -> None:
    paper = {"type": "item", "value": {"name": "Giấy khai sinh", "copies": "1 bản sao", "form": None}}
    with use_site(an_binh):
        book = workbook(["Họ tên", "Phòng"], ["Trần Văn Kín", "1"])
        sheet = {"type": "sheet", "value": {"title": "Phòng thi", "file": book.pk}}
        add_notice(quota="68 học sinh", dossier=[paper], lists=[sheet])
    client = visitor("th-an-binh")
    found = one(client, "admissions")
    assert (found["state"]["code"], found["quota"], found["level"]["code"]) == ("con-han", "68 học sinh", "lop-1")
    assert found["dossier"] == [{"name": "Giấy khai sinh", "copies": "1 bản sao", "form_url": ""}]
    assert found["lists"][0]["file"]["format"] == "XLSX"
    assert (
        client.get(found["lists"][0]["file"]["url"].replace("http://th-an-binh.localhost:8000", "")).status_code == 200
    )
    assert "Trần Văn Kín" not in client.get(f"/api/v1/admissions/{found['id']}/").text


def test_question_has_its_answer_and_not_who_asked(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add_answered(asker_name="Bùi Thị Sen")
    found = one(visitor("so-gddt"), "questions")
    assert found["answer"] == "Phụ huynh nộp đơn và học bạ ở trường nơi đến."
    assert (found["topic"]["code"], found["received_on"]) == ("chuyen-truong", "2026-11-20")
    assert "Bùi Thị Sen" not in str(found)


def test_disclosure_has_figures_of_public_parts_alone(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        report = {"is_ready": True, "files": [make_document().pk]}
        open_first(facilities=facilities(), report=report, staff={"is_ready": False, "note": "Đang kiểm lại"})
    found = one(visitor("th-an-binh"), "disclosures")
    parts = {part["code"]: part for part in found["parts"]}
    assert (found["done"], found["total"], len(parts)) == (2, 8, 8)
    assert parts["facilities"]["facts"][0] == {
        "code": "land",
        "title": "Diện tích khu đất (m²)",
        "measure": "decimal",
        "value": 5200.5,
    }
    rooms = parts["facilities"]["tables"][0]
    assert ([column["code"] for column in rooms["columns"]], rooms["rows"][1]) == (
        ["name", "have", "minimum"],
        ["Phòng tin học", 0, 1],
    )
    assert parts["facilities"]["published_on"] == timezone.localdate().isoformat()
    assert len(parts["report"]["files"]) == 1
    assert (parts["staff"]["is_public"], parts["staff"]["note"], parts["staff"]["tables"]) == (False, "", [])


def test_library_has_pictures_licenses_and_groups(portal: UnitSite, visitor: Visitor) -> None:
    client = visitor("so-gddt")
    heading = {"type": "heading", "value": {"text": "Dành cho giáo viên"}}
    before = read(client, "links")["total"]
    with use_site(portal):
        add_album("Lễ khai giảng", figure(make_image(), caption="Sân trường"), video())
        add_resource(resource())
        put_links(link("Thư công vụ"), heading, link())
    album = one(client, "albums")
    assert (album["picture_count"], album["video_count"], album["videos"][0]["site"]) == (1, 1, "video.vidu.example")
    assert (album["pictures"][0]["alt"], album["pictures"][0]["caption"]) == ("Học sinh trồng cây", "Sân trường")
    assert album["image_url"].startswith("http://portal.localhost:8000/")
    lesson = one(client, "resources")
    assert (lesson["license"]["code"], lesson["grade"]["name"], lesson["file"]) == ("cc-by", "Lớp 8", None)
    assert lesson["license_url"].startswith("https://creativecommons.org/licenses/by/")
    answer = read(client, "links")
    assert answer["total"] == before + 1
    shown = next(item for item in answer["items"] if item["links"])
    assert [entry["group"] for entry in shown["links"]] == ["", "Dành cho giáo viên"]


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("admissions", add_notice),
        ("questions", add_answered),
        ("albums", lambda: add_album("Lễ khai giảng", video())),
        ("resources", lambda: add_resource(resource())),
    ],
)
def test_private_or_withdrawn_page_is_not_told(
    path: str, make: Callable[[], BasePage], portal: UnitSite, visitor: Visitor
) -> None:
    client = visitor("so-gddt")
    with use_site(portal):
        hidden, gone = make(), make()
    ids = [item["id"] for item in read(client, path)["items"]]
    with use_site(portal):
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
        type(gone).objects.get(pk=gone.pk).unpublish()
    assert len(ids) == 2
    assert read(client, path)["items"] == []
    assert [client.get(f"/api/v1/{path}/{pk}/").status_code for pk in ids] == [404, 404]


def test_cost_of_a_list_does_not_grow(portal: UnitSite, visitor: Visitor) -> None:
    client = visitor("so-gddt")
    costs: dict[str, list[int]] = {}
    for _round in range(2):
        with use_site(portal):
            add_notice()
            add_answered()
            add_album("Lễ khai giảng", figure(make_image()))
            add_resource(resource(file=make_document()))
        for path in ("admissions", "questions", "albums", "resources"):
            client.get(f"/api/v1/{path}/")
            with CaptureQueriesContext(connection) as queries:
                read(client, path)
            costs.setdefault(path, []).append(len(queries))
    assert all(first == second <= 7 for first, second in costs.values()), costs
