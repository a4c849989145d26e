"""What programs get: only what is public, of one unit, in pages, with stable ids."""

from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from sites.models import ArticlePage
from sites.schedule.models import SchedulePage, Session
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tenants.units.statuses import UnitStatus
from tests.factories.copies import add_copies
from tests.factories.documents import add_document
from tests.factories.exchange import publish_post, send_post
from tests.factories.pages import make_article
from tests.sites.procedures.test_procedures import add as add_procedure
from tests.sites.procedures.test_procedures import procedure
from tests.sites.schedule.conftest import WriteWeek, entry, write_week  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
V1 = "/api/v1"
LISTS = ("units", "articles", "documents", "schedule", "procedures", "admissions", "questions", "disclosures")
LIBRARY = ("albums", "resources", "links")


def read(client: Client, path: str, **fields: Any) -> Any:
    answer = client.get(f"{V1}/{path}/", fields)
    assert answer.status_code == 200, answer.text
    return answer.json()


def titles(client: Client, path: str = "articles", **fields: Any) -> list[str]:
    return [item["title"] for item in read(client, path, **fields)["items"]]


def test_portal_tells_all_units_and_a_school_only_itself(an_binh: UnitSite, visitor: Visitor) -> None:
    all_units = read(visitor("so-gddt"), "units")
    assert all_units["total"] == 4
    (own,) = read(visitor("th-an-binh"), "units")["items"]
    assert UUID(own["id"]) == an_binh.unit.uuid
    assert own["website"] == "http://th-an-binh.localhost:8000/"
    assert own["levels"] == [{"code": "tieu-hoc", "name": "Tiểu học"}]
    assert own in all_units["items"]


def test_school_does_not_answer_for_another_unit(an_binh: UnitSite, phu_hoa: UnitSite, visitor: Visitor) -> None:
    school = visitor("th-an-binh")
    assert school.get(f"{V1}/units/{phu_hoa.unit.uuid}/").status_code == 404
    assert visitor("so-gddt").get(f"{V1}/units/{phu_hoa.unit.uuid}/").json()["name"] == "Trường Tiểu học Phú Hòa"


def test_unit_that_is_hidden_is_not_told(phu_hoa: UnitSite, visitor: Visitor) -> None:
    set_status(unit=phu_hoa.unit, status=UnitStatus.SUSPENDED, reason="Thử tạm dừng", by=None, at=timezone.now())
    names = [unit["name"] for unit in read(visitor("so-gddt"), "units")["items"]]
    assert names
    assert "Trường Tiểu học Phú Hòa" not in names
    assert visitor("so-gddt").get(f"{V1}/units/{phu_hoa.unit.uuid}/").status_code == 404
    assert visitor("th-phu-hoa").get(f"{V1}/articles/").status_code == 503


def test_articles_are_the_public_ones_of_this_unit(an_binh: UnitSite, phu_hoa: UnitSite, visitor: Visitor) -> None:
    with use_site(phu_hoa):
        make_article("Bài của Phú Hòa")
    with use_site(an_binh):
        make_article("Bài đăng")
        make_article("Bài nháp", live=False)
        PageViewRestriction.objects.create(page=make_article("Bài riêng tư"), restriction_type="login")
        make_article("Bài đã gỡ").unpublish()
        changed = make_article("Bài có bản nháp mới")
        changed.title = "Câu chưa ai được đọc"
        changed.save_revision()
    client = visitor("th-an-binh")
    assert titles(client) == ["Bài có bản nháp mới", "Bài đăng"]
    assert "chưa ai được đọc" not in client.get(f"{V1}/articles/").text


def test_article_has_its_words_and_keeps_its_id(an_binh: UnitSite, phu_hoa: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        page = make_article("Trồng cây", author="Cô Lan")
        address = page.get_full_url()
    client = visitor("th-an-binh")
    (item,) = read(client, "articles")["items"]
    one = read(client, f"articles/{item['id']}")
    assert "học sinh trồng cây ven sông Thạch Hãn" in one["text"]
    assert (one["author"], one["url"]) == ("Cô Lan", address)
    assert one["published_at"].endswith("+07:00")
    with use_site(an_binh):
        page.title = "Trồng cây ven sông"
        page.save_revision().publish()
    assert read(client, f"articles/{item['id']}")["title"] == "Trồng cây ven sông"
    assert visitor("th-phu-hoa").get(f"{V1}/articles/{item['id']}/").status_code == 404
    with use_site(an_binh):
        ArticlePage.objects.get(pk=page.pk).unpublish()
    assert client.get(f"{V1}/articles/{item['id']}/").status_code == 404


def test_portal_tells_where_a_post_came_from(an_binh: UnitSite, portal: UnitSite, visitor: Visitor) -> None:
    publish_post(send_post(an_binh, "minh@anbinh.example"), portal)
    (item,) = read(visitor("so-gddt"), "articles")["items"]
    assert item["origin"]["unit_name"] == "Trường Tiểu học An Bình"
    assert item["origin"]["url"].startswith("http://th-an-binh.localhost:8000/tin-tuc/")
    assert read(visitor("so-gddt"), f"articles/{item['id']}")["image_url"] == ""


def test_documents_have_their_state_of_the_day(portal: UnitSite, visitor: Visitor) -> None:
    today = timezone.localdate()
    with use_site(portal):
        add_document("2148/SGDĐT-GDPT", "Kiểm tra học kỳ")
        add_document("15/QĐ-SGDĐT", "Quy chế", issued_date=date(2020, 1, 2), expiry_date=today)
    client = visitor("so-gddt")
    newest, oldest = read(client, "documents")["items"]
    assert (newest["number"], newest["state"]["code"]) == ("2148/SGDĐT-GDPT", "in_force")
    assert (oldest["state"]["code"], oldest["issued_on"]) == ("expired", "2020-01-02")
    assert titles(client, "documents", number="15 / qđ - sgdđt") == ["Quy chế"]
    assert titles(client, "documents", issued_from=today.isoformat()) == ["Kiểm tra học kỳ"]
    assert read(client, f"documents/{oldest['id']}")["file"] is None
    assert titles(visitor("th-an-binh"), "documents") == []
    assert visitor("th-an-binh").get(f"{V1}/documents/{oldest['id']}/").status_code == 404


def test_schedule_tells_published_weeks(write_week: WriteWeek, visitor: Visitor) -> None:  # noqa: F811
    write_week(entry("Họp giao ban"), entry("Tiếp dân", session=Session.AFTERNOON, starts_at=None))
    write_week(entry("Họp kín"), monday=date(2026, 11, 30), live=False)
    client = visitor("so-gddt")
    (week,) = read(client, "schedule")["items"]
    assert week["id"] == "2026-11-23"
    first, second = week["entries"]
    assert (first["starts_at"], first["session"]["code"]) == ("2026-11-23T08:00:00+07:00", "morning")
    assert (second["starts_at"], second["session"]["code"]) == (None, "afternoon")
    assert read(client, "schedule/2026-11-23") == week
    assert client.get(f"{V1}/schedule/2026-11-30/").status_code == 404
    assert read(visitor("th-an-binh"), "schedule")["items"] == []


def test_private_schedule_is_not_told(write_week: WriteWeek, portal: UnitSite, visitor: Visitor) -> None:  # noqa: F811
    write_week(entry("Họp giao ban", starts_at=time(9)))
    with use_site(portal):
        PageViewRestriction.objects.create(page=SchedulePage.objects.get(), restriction_type="login")
    client = visitor("so-gddt")
    assert read(client, "schedule")["items"] == []
    assert client.get(f"{V1}/schedule/2026-11-23/").status_code == 404


def test_procedure_tells_fee_and_dossier(portal: UnitSite, visitor: Visitor) -> None:
    paper = {"type": "item", "value": {"name": "Đơn đề nghị", "copies": "1 bản chính", "form": None}}
    with use_site(portal):
        add_procedure(procedure(dossier=[paper], applicants="Cha mẹ học sinh"))
        add_procedure(procedure("Thủ tục nháp")).unpublish()
    client = visitor("so-gddt")
    (item,) = read(client, "procedures")["items"]
    assert item["fee"]["code"] == "chua-ro"
    one = read(client, f"procedures/{item['id']}")
    assert one["dossier"] == [{"name": "Đơn đề nghị", "copies": "1 bản chính", "form_url": ""}]


def test_empty_list_is_a_list(an_binh: UnitSite, visitor: Visitor) -> None:
    for path in (*LISTS, *LIBRARY):
        answer = read(visitor("th-an-binh"), path)
        assert (path, answer["total"], len(answer["items"])) == (path, *((1, 1) if path == "units" else (0, 0)))
        assert answer["next"] is None


def test_ten_thousand_articles_cost_what_one_costs(an_binh: UnitSite, visitor: Visitor) -> None:
    client = visitor("th-an-binh")
    with use_site(an_binh):
        page = make_article("Bài")
    costs = []
    for _length in ("one", "many"):
        client.get(f"{V1}/articles/")
        with CaptureQueriesContext(connection) as queries:
            answer = read(client, "articles", size=100)
        costs.append(len(queries))
        if answer["total"] == 1:
            with use_site(an_binh):
                add_copies(page, 9_999)
    assert costs[0] == costs[1] <= 5
    assert (answer["total"], len(answer["items"])) == (10_000, 100)


def test_pages_lead_from_one_to_the_next_and_leave_nothing_out(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        made = {make_article(f"Bài {number}").title for number in range(5)}
    client, address, found = visitor("th-an-binh"), f"{V1}/articles/?size=2", []
    while address:
        answer = client.get(address).json()
        found += [item["title"] for item in answer["items"]]
        address = answer["next"]
    assert len(found) == 5
    assert set(found) == made


def test_since_leaves_out_what_did_not_change(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        make_article("Bài")
    client = visitor("th-an-binh")
    assert titles(client, since="2026-01-01T00:00:00+07:00") == ["Bài"]
    assert titles(client, since="2126-01-01T00:00:00+07:00") == []
