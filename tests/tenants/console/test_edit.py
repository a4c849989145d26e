"""Renaming a unit and giving it another host."""

import pytest
from django.utils import timezone
from wagtail.models import Site

from sites.models import HomePage
from tenants.units.context import use_site
from tenants.units.hosts import host_cache
from tenants.units.models import Domain, Unit, UnitHost
from tests.tenants.console.test_units import unit_url

AN_BINH = "th-an-binh"


def facts(**values) -> dict[str, object]:
    unit = Unit.objects.get(code=AN_BINH)
    base = {"name": unit.name, "kind": unit.kind_id, "commune": unit.commune_id, "levels": unit.levels}
    return {**base, "address": unit.address, "phone": unit.phone, "email": unit.email, **values}


def test_a_new_name_is_dated_and_reaches_the_site(an_binh, console, visitor) -> None:
    answer = console().post(f"{unit_url(AN_BINH)}sua/", facts(name="Trường Tiểu học An Bình 1"), follow=True)
    text = answer.content.decode()
    assert "Đổi tên: Trường Tiểu học An Bình → Trường Tiểu học An Bình 1" in text
    unit = Unit.objects.get(code=AN_BINH)
    assert unit.slug == "truong-tieu-hoc-an-binh-1"
    assert [row.name for row in unit.names.filter(valid_until=None)] == ["Trường Tiểu học An Bình 1"]
    assert unit.names.get(name="Trường Tiểu học An Bình").valid_until == timezone.localdate()
    with use_site(an_binh):
        assert Site.objects.get().site_name == "Trường Tiểu học An Bình 1"
        assert HomePage.objects.get().title == "Trường Tiểu học An Bình 1"
    host_cache.forget()
    assert "An Bình 1" in visitor(AN_BINH).get("/").content.decode().replace("\xa0", " ")


def test_a_draft_of_the_home_page_keeps_the_new_name_when_published(an_binh, console) -> None:
    with use_site(an_binh):
        draft = HomePage.objects.get().save_revision()
    console().post(f"{unit_url(AN_BINH)}sua/", facts(name="Trường Tiểu học An Bình 1"))
    with use_site(an_binh):
        draft.refresh_from_db()
        draft.publish()
        home = HomePage.objects.get()
        assert (home.title, home.draft_title) == ("Trường Tiểu học An Bình 1", "Trường Tiểu học An Bình 1")


def test_a_draft_title_an_editor_chose_survives_the_rename(an_binh, console) -> None:
    with use_site(an_binh):
        home = HomePage.objects.get()
        home.title = "Mái trường An Bình"
        draft = home.save_revision()
    console().post(f"{unit_url(AN_BINH)}sua/", facts(name="Trường Tiểu học An Bình 1"))
    with use_site(an_binh):
        draft.refresh_from_db()
        assert draft.content["title"] == "Mái trường An Bình"
        assert HomePage.objects.get().draft_title == "Mái trường An Bình"


def test_facts_that_stay_leave_no_trace(console) -> None:
    unit = Unit.objects.get(code=AN_BINH)
    values = facts(responsible_person=unit.responsible_person)
    assert console().post(f"{unit_url(AN_BINH)}sua/", values).status_code == 302
    assert not unit.traces.exists()


def test_the_form_shows_what_the_register_knows(console) -> None:
    text = console().get(f"{unit_url(AN_BINH)}sua/").content.decode()
    assert 'value="Trường Tiểu học An Bình"' in text
    assert 'value="Khối 3, xã thử nghiệm"' in text


def test_a_new_host_serves_and_the_old_one_leads_there(an_binh, console, client) -> None:
    answer = console().post(f"{unit_url(AN_BINH)}ten-mien/", {"host": "https://An-Binh.localhost/"}, follow=True)
    assert "Địa chỉ cũ dẫn về đây" in answer.content.decode()
    host_cache.forget()
    assert client.get("/", headers={"host": "an-binh.localhost"}).status_code == 200
    old = client.get("/tim-kiem/?q=a", headers={"host": "th-an-binh.localhost"})
    assert old.status_code == 301
    assert old["Location"].startswith("http://an-binh.localhost")
    with use_site(an_binh):
        assert Site.objects.get().hostname == "an-binh.localhost"
    assert UnitHost.objects.filter(unit=an_binh.unit, valid_until=None).count() == 1


def test_a_host_may_come_back(an_binh, console) -> None:
    client = console()
    for host in ("an-binh.localhost", "th-an-binh.localhost"):
        assert client.post(f"{unit_url(AN_BINH)}ten-mien/", {"host": host}).status_code == 302
    assert Domain.objects.get(tenant=an_binh).domain == "th-an-binh.localhost"
    assert UnitHost.objects.filter(unit=an_binh.unit).count() == 3


@pytest.mark.parametrize(
    ("host", "sentence"),
    [
        ("th-phu-hoa.localhost", "đã thuộc về đơn vị khác"),
        ("console.localhost", "đã thuộc về đơn vị khác"),
        ("có dấu.vn", "không đúng"),
        ("", "Chưa nhập tên miền"),
    ],
)
def test_a_host_that_cannot_be_had_is_refused(console, host: str, sentence: str) -> None:
    answer = console().post(f"{unit_url(AN_BINH)}ten-mien/", {"host": host})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Domain.objects.filter(domain="th-an-binh.localhost").exists()


def test_a_unit_without_a_site_has_no_host_to_change(console) -> None:
    assert console().get(f"{unit_url('p-gdpt')}ten-mien/").status_code == 404
