"""Every kind of unit in the demo has something to apply for, and every post that says so has its topic."""

import pytest

from infra.demo.admissions import add_admissions
from infra.demo.texts import portal_posts, units
from infra.demo.topics import WORDS, topics_of
from sites.admissions.models import AdmissionPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite

KINDS = sorted({row["kind"] for row in units() if row["host"]} - {"so"})


@pytest.mark.parametrize("kind", KINDS)
def test_kind_has_notices(kind: str, an_binh: UnitSite) -> None:
    an_binh.unit.kind_id = kind
    with use_site(an_binh):
        add_admissions(an_binh.unit)
        assert AdmissionPage.objects.live().count() >= 2


def test_portal_has_notices_in_every_state_and_a_list(portal: UnitSite) -> None:
    with use_site(portal):
        add_admissions(portal.unit)
        found = list(AdmissionPage.objects.live())
    assert len(found) >= 5
    assert any(page.sheets for page in found)


def test_every_topic_has_posts() -> None:
    found = {slug for post in portal_posts() for slug in topics_of(post)}
    assert len(found) == len(WORDS)
