"""The lists of what citizens sent speak Vietnamese: they are Wagtail's own screens with our columns."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page

from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.isolation.things import things_of_citizens
from tests.sites.language.english import is_english
from tests.sites.language.spoken import spoken_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("area", ["cau-hoi", "gop-y", "y-kien"])
def test_lists_and_pages_of_what_citizens_sent_are_vietnamese(
    log_in: Callable[..., Client], an_binh: UnitSite, area: str
) -> None:
    minh = log_in("minh@anbinh.example")
    with use_site(an_binh):
        pk = things_of_citizens()[f"{area}.pk"]
    for address in (f"/quan-tri/{area}/", f"/quan-tri/{area}/results/", f"/quan-tri/{area}/{pk}/"):
        answer = minh.get(address)
        assert answer.status_code == 200
        assert [text for text in spoken_in(answer) if is_english(text)] == []


@pytest.mark.parametrize(
    "model", ["cms_questions/questionpage", "cms_consultations/consultationpage", "cms_polls/pollpage"]
)
def test_forms_of_the_page_types_are_vietnamese(log_in: Callable[..., Client], an_binh: UnitSite, model: str) -> None:
    minh = log_in("minh@anbinh.example")
    with use_site(an_binh):
        things_of_citizens()
        app = model.partition("/")[0]
        section = Page.objects.get(depth=3, content_type__app_label=app)
    answer = minh.get(f"/quan-tri/pages/add/{model}/{section.pk}/")
    assert answer.status_code == 200
    assert [text for text in spoken_in(answer) if is_english(text)] == []
