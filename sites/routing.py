"""From an address to its page. Wagtail walks down the tree with two queries a level; ours are found by slug at once."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import get_language
from wagtail.models import Page

from sites.models import BasePage, HomePage
from sites.presenters.menu import Menu


def find_page(path: str, menu: Menu) -> BasePage | None:
    """Return the live specific page at a path below the active language's prefix ("tin-tuc/le-khai-giang-8f3a1c/").

    Two queries; one for home pages and sections, which the menu knows. None when no page is there.
    """
    root = menu.root()
    if root.language != get_language():
        return None
    if not path:
        return _load(HomePage, root.page_id)
    section = next((one for one in menu.sections if one.url == root.prefix + path), None)
    if section is not None:
        return _load(apps.get_model(section.app, section.model), section.page_id)
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    pages = Page.objects.live().filter(slug=slug, url_path=root.url_path + path)
    found = pages.values_list("pk", "content_type").first()
    if found is None:
        return None
    pk, content_type = found
    page_class = ContentType.objects.get_for_id(content_type).model_class()
    return _load(page_class, pk) if page_class else None


def _load(page_class: type[Any], pk: int) -> BasePage | None:
    return page_class._default_manager.live().filter(pk=pk).first()
