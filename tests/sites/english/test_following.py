"""English pages beside sending and taking down: no second submission, and no English text outlives its source."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.accounts.models import User
from sites.admin.sending.unsent import unsent_articles
from sites.exchange.send_article import send_article, send_obstacles
from sites.exchange.take_down import take_down_article
from sites.models import ArticlePage
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, TakeDownReason
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article
from tests.factories.pictures import make_image
from tests.sites.english.conftest import Translate, url_of

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]


def is_live(site: UnitSite, page: Page) -> bool:
    with use_site(site):
        return Page.objects.get(pk=page.pk).live


def test_translation_is_no_second_submission(an_binh: UnitSite, translate: Translate, approver: User) -> None:
    with use_site(an_binh):
        article = make_article(cover_image=make_image())
        send_article(page=article, user=approver, news_class=NewsClass.NEWS, at=timezone.now())
    english = translate(article)
    assert Submission.objects.count() == 1
    with use_site(an_binh):
        assert "Chỉ gửi Sở bản tiếng Việt" in " ".join(send_obstacles(english))
        with pytest.raises(ExchangeError, match="tiếng Việt"):
            send_article(page=english, user=approver, news_class=NewsClass.NEWS, at=timezone.now())
        assert english.pk not in unsent_articles().values_list("pk", flat=True)
    assert Submission.objects.get().editions.count() == 1


@pytest.mark.parametrize("reason", [TakeDownReason.LEGAL, TakeDownReason.CONSENT, TakeDownReason.UNIT_WISH])
def test_take_down_takes_the_english_version_along_without_its_title(
    reason: TakeDownReason,
    article: ArticlePage,
    an_binh: UnitSite,
    translate: Translate,
    approver: User,
    visitor: Visitor,
) -> None:
    english = translate(article)
    with use_site(an_binh):
        take_down_article(page=article, user=approver, reason=reason, words="Phụ huynh đề nghị.", at=timezone.now())
    assert not is_live(an_binh, english)
    answer = visitor("th-an-binh").get(url_of(english))
    assert answer.status_code == 410
    assert "500 trees" not in answer.text
    assert not Entry.objects.live().filter(object_id=english.pk, object_type="article").exists()


def test_unpublishing_deleting_and_hiding_the_source_hide_the_english_version(
    an_binh: UnitSite, translate: Translate
) -> None:
    def unpublish(page: ArticlePage) -> None:
        page.unpublish()

    def delete(page: ArticlePage) -> None:
        page.delete()

    def make_private(page: ArticlePage) -> None:
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    for hide in (unpublish, delete, make_private):
        with use_site(an_binh):
            page = make_article(f"Bài {hide.__name__}")
        english = translate(page)
        with use_site(an_binh):
            hide(ArticlePage.objects.get(pk=page.pk))
        assert not is_live(an_binh, english), hide.__name__


def test_private_section_hides_the_english_posts_below_it(
    article: ArticlePage, an_binh: UnitSite, translate: Translate
) -> None:
    english = translate(article)
    with use_site(an_binh):
        PageViewRestriction.objects.create(page=article.get_parent(), restriction_type="login")
    assert not is_live(an_binh, english)


def test_source_stays_when_its_english_version_goes(
    article: ArticlePage, an_binh: UnitSite, translate: Translate
) -> None:
    english = translate(article)
    with use_site(an_binh):
        english.unpublish()
    assert is_live(an_binh, article)


def test_english_home_page_takes_the_pages_below_it_along(
    article: ArticlePage, an_binh: UnitSite, translate: Translate
) -> None:
    english = translate(article)
    with use_site(an_binh):
        english.get_ancestors().get(depth=2).specific.unpublish()
    assert not is_live(an_binh, english)
