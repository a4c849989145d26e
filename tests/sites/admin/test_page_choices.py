"""The list of "add page" offers what a unit of this kind can use, each with a sentence that says what it is."""

import pytest
from wagtail.models import Page

from sites.models import FromUnitsPage, HomePage, RepublishedPage
from tenants.units.context import use_site


@pytest.fixture
def front_page():
    return lambda: HomePage.objects.get(locale__language_code="vi")


def test_school_is_not_offered_posts_from_units(an_binh, front_page) -> None:
    with use_site(an_binh):
        assert not FromUnitsPage.can_create_at(front_page())


def test_portal_is_offered_posts_from_units_once(portal, front_page) -> None:
    with use_site(portal):
        assert not FromUnitsPage.can_create_at(front_page())
        FromUnitsPage.objects.first().delete()
        assert FromUnitsPage.can_create_at(front_page())


@pytest.mark.parametrize("model", [HomePage, RepublishedPage])
def test_page_the_system_makes_is_never_offered(an_binh, model) -> None:
    with use_site(an_binh):
        assert all(model not in page.specific.creatable_subpage_models() for page in Page.objects.all())


def test_every_offered_page_type_says_what_it_is_for(an_binh) -> None:
    with use_site(an_binh):
        offered = {model for page in Page.objects.all() for model in page.specific.creatable_subpage_models()}
    assert offered
    assert [model.__name__ for model in offered if not model.get_page_description()] == []
