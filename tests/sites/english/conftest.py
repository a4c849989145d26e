"""An Bình with its home page, news section and one post in English."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from core.accounts.models import User
from sites.english.actions.publish_translation import publish_translation
from sites.english.actions.start_translation import start_translation
from sites.english.choice import translation_to
from sites.models import ArticlePage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.exchange import account
from tests.factories.pages import make_article
from tests.support.network import site_of

Translate = Callable[[Page], Page]
TEXTS = {
    "Trường Tiểu học An Bình": "An Binh Primary School",
    "Tin tức": "News",
    "Trồng 500 cây xanh ven sông": "500 trees planted by the river",
}


@pytest.fixture
def approver(an_binh: UnitSite) -> User:
    return account("minh@anbinh.example", an_binh)


def fill(translation: Translation) -> None:
    """Translate every sentence that has no translation yet."""
    locale = translation.target_locale
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        text = TEXTS.get(segment.string.data, f"English of {segment.order}")
        segment.string.translations.get_or_create(
            locale=locale, context=segment.context, defaults={"data": text, "updated_at": timezone.now()}
        )


@pytest.fixture
def translate(an_binh: UnitSite, approver: User) -> Translate:
    """Return a function: a Vietnamese page of An Bình → its English version, published with those above it."""

    def published(page: Page) -> Page:
        with use_site(an_binh):
            english = start_translation(page=page, user=approver)
            for one in english.get_ancestors(inclusive=True).filter(depth__gt=1, live=False):
                translation = translation_to(one)
                fill(translation)
                publish_translation(translation=translation, user=approver)
            return type(english).objects.get(pk=english.pk)

    return published


@pytest.fixture
def article(an_binh: UnitSite) -> ArticlePage:
    with use_site(an_binh):
        return make_article()


def url_of(page: Page) -> str:
    """Return the address of a page of An Bình, without the host."""
    with use_site(site_of("th-an-binh")):
        return str(page.get_url())
