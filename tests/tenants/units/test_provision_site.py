import threading
import uuid
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections
from wagtail.models import Page, Site

from sites.starter.plans import PLANS
from tenants.units.actions.provision_site import ProvisionError, provision_site
from tenants.units.context import use_site
from tenants.units.models import Domain, Role, UnitSite
from tenants.units.models.kind import SiteTemplate
from tests.support.network import make_unit

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def schemas() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'")
        return {row[0] for row in cursor.fetchall()}


@pytest.fixture
def school(db: None):
    return make_unit("th-cam-lo", "tieu-hoc", "Trường Tiểu học Cam Lộ")


def test_provision_makes_schema_home_sections_and_groups(school) -> None:
    site = provision_site(unit=school, host="th-cam-lo.localhost", request_id=uuid.uuid4(), at=AT)
    assert site.schema_name in schemas()
    with use_site(site):
        planned = [one.title for one in PLANS[SiteTemplate.SCHOOL]]
        assert [page.title for page in Page.objects.filter(depth=3)] == planned
        assert planned[:2] == ["Giới thiệu", "Tin tức"]
        assert Site.objects.get().hostname == "th-cam-lo.localhost"
        assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_no_foreign_key_leaves_the_schema(school) -> None:
    site = provision_site(unit=school, host="th-cam-lo.localhost", request_id=uuid.uuid4(), at=AT)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid"
            " WHERE c.contype = 'f' AND c.connamespace = %s::regnamespace AND t.relnamespace <> c.connamespace",
            [site.schema_name],
        )
        assert cursor.fetchone()[0] == 0


def test_same_request_returns_the_same_site(school) -> None:
    request_id = uuid.uuid4()
    first = provision_site(unit=school, host="th-cam-lo.localhost", request_id=request_id, at=AT)
    again = provision_site(unit=school, host="th-cam-lo.localhost", request_id=request_id, at=AT)
    assert first.pk == again.pk


@pytest.mark.parametrize(
    ("host", "sentence"),
    [
        ("Có Dấu.localhost", "không đúng"),
        ("portal.localhost", "đã thuộc về đơn vị khác"),
        ("console.localhost", "đã thuộc về đơn vị khác"),
    ],
)
def test_provision_refuses_a_bad_host_and_leaves_nothing(school, host: str, sentence: str) -> None:
    before = schemas()
    with pytest.raises(ProvisionError, match=sentence):
        provision_site(unit=school, host=host, request_id=uuid.uuid4(), at=AT)
    assert schemas() == before
    assert not UnitSite.objects.filter(unit=school).exists()


def test_provision_refuses_a_kind_without_site(db) -> None:
    room = make_unit("p-thu", "phong-so", "Phòng Thử nghiệm")
    with pytest.raises(ProvisionError, match="không có trang riêng"):
        provision_site(unit=room, host="p-thu.localhost", request_id=uuid.uuid4(), at=AT)


def test_a_failing_builder_leaves_nothing(school, settings) -> None:
    settings.UNIT_SITE_BUILDER = "tests.tenants.units.test_provision_site.broken_builder"
    before = schemas()
    with pytest.raises(RuntimeError, match="broken on purpose"):
        provision_site(unit=school, host="th-cam-lo.localhost", request_id=uuid.uuid4(), at=AT)
    assert schemas() == before
    assert not Domain.objects.filter(domain="th-cam-lo.localhost").exists()


def broken_builder(**kwargs: object) -> None:
    raise RuntimeError("broken on purpose")


@pytest.mark.usefixtures("own_database")
def test_two_at_once_for_one_host_give_one_site_and_one_refusal() -> None:
    units = [make_unit(f"th-hai-{n}", "tieu-hoc", f"Trường Tiểu học Hai {n}") for n in (1, 2)]
    outcomes: list[str] = []

    def ask(unit) -> None:
        try:
            provision_site(unit=unit, host="hai.localhost", request_id=uuid.uuid4(), at=AT)
            outcomes.append("made")
        except ProvisionError as refusal:
            outcomes.append(str(refusal))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask, args=[unit]) for unit in units]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(outcomes)[-1] == "made"
    assert "đã thuộc về đơn vị khác" in sorted(outcomes)[0]
    assert len(UnitSite.objects.filter(unit__in=units)) == 1


def test_each_site_is_made_in_a_session_without_old_plans(own_database) -> None:
    """DDL walks every plan its session has kept: in one session the 44th site took four times as long as the first."""
    sessions = []
    for number in (1, 2):
        unit = make_unit(f"th-{number}", "tieu-hoc", f"Trường Tiểu học số {number}")
        provision_site(unit=unit, host=f"th-{number}.localhost", request_id=uuid.uuid4(), at=AT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            sessions.append(cursor.fetchone()[0])
    assert sessions[0] != sessions[1]
