"""Every site of the demo has leaders, parts and a directory."""

import pytest

from infra.demo import texts
from infra.demo.people import add_people
from sites.people.models import Official, OrganizationPart
from tenants.units.context import use_site
from tenants.units.models import UnitSite

ROWS = {row["kind"]: row for row in texts.units() if row["host"]}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ROWS)
def test_kind_has_people(kind: str, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_people(ROWS[kind])
        for official in Official.objects.all():
            official.full_clean()
        assert OrganizationPart.objects.count() >= 3
        assert Official.objects.filter(is_leader=True, valid_until=None).count() >= 2
        assert Official.objects.filter(is_spokesperson=True).exists()
        assert len(set(Official.objects.values_list("email", flat=True))) > 1
