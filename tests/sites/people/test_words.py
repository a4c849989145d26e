"""The admin's lists of people and owners speak Vietnamese on every page, also where the crawl finds no rows."""

from collections.abc import Callable

import pytest
from django.test import Client

from sites.ownership.models import SectionOwner
from sites.people.models import Official, OrganizationPart
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.language.english import is_english
from tests.sites.language.spoken import spoken_in

LISTS = ("can-bo", "bo-phan", "phu-trach")
PAGES = ("", "?q=khong", "new/", "edit/{pk}/", "history/{pk}/", "usage/{pk}/")


@pytest.mark.django_db
@pytest.mark.parametrize("area", LISTS)
def test_lists_of_the_admin_speak_vietnamese(area: str, portal: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        part = OrganizationPart.objects.create(name="Văn phòng")
        official = Official.objects.create(full_name="Lê Văn Nói", title="Chánh Văn phòng", part=part)
        keys = {"can-bo": official.pk, "bo-phan": part.pk, "phu-trach": SectionOwner.objects.first().pk}
    client, said = log_in("khoa@so.example"), []
    for page in PAGES:
        answer = client.get(f"/quan-tri/{area}/{page.format(pk=keys[area])}")
        assert answer.status_code == 200, page
        said += [f"{page}: {text}" for text in set(spoken_in(answer)) if is_english(text)]
    answer = client.post(f"/quan-tri/{area}/new/", {})
    said += [text for text in set(spoken_in(answer)) if is_english(text)]
    assert said == []
