"""Which pages have an English version, and where it is."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from sites.models import ArticlePage, BasePage, HomePage, SectionPage, StandardPage
from sites.people.models import ContactPage, PeoplePage

ENGLISH = "en"
# The home page and whatever may stand below it in English.
TRANSLATED: tuple[type[BasePage], ...] = (
    HomePage,
    StandardPage,
    PeoplePage,
    ContactPage,
    SectionPage,
    ArticlePage,
)


class TranslationError(Exception):
    """Refusal to translate or to publish a translation; the message is Vietnamese and fit to show to the editor."""


def is_source(page: Page) -> bool:
    """Return whether the page is a Vietnamese one of a type that may have an English version."""
    return page.locale_id == Locale.get_default().pk and issubclass(page.cached_content_type.model_class(), TRANSLATED)


def english_of(page: Page) -> Page | None:
    """Return the English version, a draft too. One query."""
    found: Page | None = page.get_translations().filter(locale__language_code=ENGLISH).first()
    return found


def translations() -> QuerySet[Translation]:
    """Return what joins each source to its English version."""
    rows = Translation.objects.filter(target_locale__language_code=ENGLISH, enabled=True)
    return rows.select_related("source", "target_locale")


def translation_to(page: Page) -> Translation | None:
    """Return what joins an English page to its source; None for a Vietnamese page. One query."""
    if page.locale_id == Locale.get_default().pk:
        return None
    return translations().filter(source__object_id=page.translation_key, target_locale=page.locale_id).first()


def refusal_to_start(page: Page) -> str:
    """Return why no English version can be begun now, "" when it can."""
    if not is_source(page):
        return _("Loại trang này không có bản tiếng Anh. Bản tiếng Anh có cho trang giới thiệu, liên hệ và bài viết.")
    if not page.live:
        return _("Trang tiếng Việt chưa đăng. Hãy đăng trang trước rồi dịch.")
    if page.get_view_restrictions().exists():
        return _("Trang đang đặt chế độ riêng tư nên không có bản tiếng Anh. Hãy bỏ chế độ riêng tư trước.")
    return ""
