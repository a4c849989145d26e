"""How editors make English pages, keep them fresh, and what they are told when something stands in the way."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.models import StringTranslation

from core.accounts.models import User
from sites.english.actions.publish_translation import publish_translation
from sites.english.actions.start_translation import start_translation
from sites.english.choice import TRANSLATED, TranslationError, english_of, translation_to
from sites.english.queries import english_pages, wanted_pages
from sites.models import ArticlePage, BasePage, HomePage, RegisterPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article
from tests.sites.english.conftest import Translate, fill

pytestmark = pytest.mark.django_db
LogIn = Callable[..., Client]
LIST = "/quan-tri/ban-tieng-anh/"


def begin(site: UnitSite, page: Page, user: User) -> Page:
    with use_site(site):
        return start_translation(page=page, user=user)


def test_starting_makes_drafts_up_to_the_home_page(article: ArticlePage, an_binh: UnitSite, approver: User) -> None:
    english = begin(an_binh, article, approver)
    with use_site(an_binh):
        lineage = list(english.get_ancestors(inclusive=True).filter(depth__gt=1))
    assert [page.live for page in lineage] == [False, False, False]
    assert {page.alias_of_id for page in lineage} == {None}
    assert begin(an_binh, article, approver).pk == english.pk


def test_starting_refuses_drafts_private_pages_and_registers(an_binh: UnitSite, approver: User) -> None:
    with use_site(an_binh):
        private = make_article("Riêng")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        pages = {
            "chưa đăng": make_article("Nháp", live=False),
            "riêng tư": private,
            "không có bản tiếng Anh": RegisterPage.objects.get(),
        }
        for words, page in pages.items():
            with pytest.raises(TranslationError, match=words):
                start_translation(page=page, user=approver)
        assert not Page.objects.filter(locale__language_code="en", live=True).exists()


def test_publishing_waits_for_every_sentence_and_for_the_pages_above(
    article: ArticlePage, an_binh: UnitSite, approver: User
) -> None:
    english = begin(an_binh, article, approver)
    with use_site(an_binh):
        translation = translation_to(english)
        with pytest.raises(TranslationError, match="câu chưa dịch"):
            publish_translation(translation=translation, user=approver)
        fill(translation)
        with pytest.raises(TranslationError, match="Hãy đăng bản tiếng Anh của"):
            publish_translation(translation=translation, user=approver)
        assert ArticlePage.objects.get(pk=english.pk).title == article.title


def test_what_a_translator_types_is_cleaned(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, approver: User
) -> None:
    english = translate(article)
    with use_site(an_binh):
        StringTranslation.objects.filter(context__path__startswith="body").update(
            data='Trees <b onclick="alert(1)">grow</b>'
        )
        publish_translation(translation=translation_to(english), user=approver)
        (paragraph,) = ArticlePage.objects.get(pk=english.pk).body
    assert paragraph.value.source == "<p>Trees <b>grow</b></p>"


def test_approver_publishes_from_the_screen_and_editor_may_not(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, approver: User, log_in: LogIn
) -> None:
    with use_site(an_binh):
        translate(article.get_parent().specific)
    english = begin(an_binh, article, approver)
    with use_site(an_binh):
        fill(translation_to(english))
    edit = f"/quan-tri/pages/{english.pk}/edit/"
    assert log_in("lan@anbinh.example").post(edit, {"action": "publish"}).status_code in {302, 403}
    with use_site(an_binh):
        assert not Page.objects.get(pk=english.pk).live
    answer = log_in("minh@anbinh.example").post(edit, {"action": "publish"}, follow=True)
    assert "500 trees planted by the river" in answer.text
    with use_site(an_binh):
        assert Page.objects.get(pk=english.pk).live


def test_screen_says_what_is_missing_and_publishes_nothing(
    article: ArticlePage, an_binh: UnitSite, approver: User, log_in: LogIn
) -> None:
    english = begin(an_binh, article, approver)
    client = log_in("minh@anbinh.example")
    answer = client.post(f"/quan-tri/pages/{english.pk}/edit/", {"action": "publish"}, follow=True)
    assert "câu chưa dịch nên bản tiếng Anh chưa đăng" in answer.text
    with use_site(an_binh):
        assert not Page.objects.get(pk=english.pk).live


def test_list_tells_what_is_stale_and_renewing_keeps_what_was_translated(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, log_in: LogIn
) -> None:
    english = translate(article)
    client = log_in("lan@anbinh.example")
    assert "khớp bản tiếng Việt" in client.get(LIST).text
    with use_site(an_binh):
        article.summary = "Câu tóm tắt mới."
        article.save_revision().publish()
        (row,) = [row for row in english_pages() if row.page.pk == english.pk]
        assert (row.is_stale, row.untranslated) == (True, 0)
    assert "Tiếng Việt đã sửa ngày" in client.get(LIST).text
    answer = client.post(f"{LIST}{row.translation_pk}/lay-noi-dung-moi/")
    assert answer["Location"].endswith(f"/pages/{english.pk}/edit/")
    assert "Còn 1 câu chưa dịch" in client.get(LIST).text
    with use_site(an_binh):
        assert ArticlePage.objects.get(pk=english.pk).title == "500 trees planted by the river"


def test_list_asks_for_what_the_decree_wants(an_binh: UnitSite, log_in: LogIn) -> None:
    with use_site(an_binh):
        wanted = {page.slug for page in wanted_pages()}
    assert {"trang-chu", "gioi-thieu", "co-cau-to-chuc", "lien-he"} <= wanted
    assert "tin-tuc" not in wanted
    client = log_in("lan@anbinh.example")
    assert "Nên có bản tiếng Anh" in client.get(LIST).text
    with use_site(an_binh):
        home = HomePage.objects.get()
    assert "Tạo bản tiếng Anh" in client.get(f"{LIST}{home.pk}/tao/").text
    client.post(f"{LIST}{home.pk}/tao/")
    with use_site(an_binh):
        assert english_of(home) is not None


def test_author_starts_no_translation(article: ArticlePage, an_binh: UnitSite, log_in: LogIn) -> None:
    answer = log_in("thu@anbinh.example").post(f"{LIST}{article.pk}/tao/")
    assert answer.status_code == 403
    with use_site(an_binh):
        assert english_of(article) is None


def test_list_costs_the_same_for_one_and_for_many(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, django_assert_num_queries: Callable[..., object]
) -> None:
    translate(article)
    with use_site(an_binh):
        english_pages()
        with django_assert_num_queries(3):
            assert len(english_pages()) == 3


@pytest.mark.parametrize("page_class", TRANSLATED)
def test_every_sentence_that_waits_can_be_seen_in_the_editor(page_class: type[BasePage]) -> None:
    """A sentence of a field without a panel would keep the page from being published, and nobody could translate it."""
    shown = set(page_class.get_edit_handler().get_form_class()._meta.fields)
    waiting = {
        field.field_name for field in get_translatable_fields(page_class) if isinstance(field, TranslatableField)
    }
    assert waiting - shown <= {"seo_title", "search_description"}  # always empty here


def test_words_of_a_table_are_translated_and_figures_stay(
    an_binh: UnitSite, translate: Translate, log_in: LogIn
) -> None:
    table = {"data": [["Lớp", "Sĩ số"], ["5A", "32"]], "table_caption": "Học sinh", "cell": []}
    with use_site(an_binh):
        page = make_article(body=[{"type": "table", "value": {**table, "first_row_is_table_header": True}}])
    english = translate(page)
    with use_site(an_binh):
        (block,) = ArticlePage.objects.get(pk=english.pk).body
    assert block.value["data"][1][1] == "32"
    words = [block.value["table_caption"], *block.value["data"][0], block.value["data"][1][0]]
    assert all(word.startswith("English of") for word in words)
    screen = log_in("minh@anbinh.example").get(f"/quan-tri/pages/{english.pk}/edit/")
    assert json.dumps("Sĩ số").strip('"') in screen.text
