"""Registration only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from core.database.folded import find_without_marks
from sites.admin import menu
from sites.admin.approval_notices import silence_stock_mails
from sites.admin.dashboard.panels import DraftsPanel, SentPanel, ToDoPanel
from sites.admin.publishing import copies, guard, second_time
from sites.admin.publishing.menu import SendMenuItem, arrange
from sites.admin.staff import staff_of
from sites.admin.take_down import hooks as leaving
from sites.admin.wagtail_forms import speak_vietnamese
from sites.english import hooks as english
from sites.models import ArticlePage
from tenants.units.context import current_site

silence_stock_mails()
speak_vietnamese()
find_without_marks()

hooks.register("register_admin_menu_item", menu.compose_item)
hooks.register("register_admin_menu_item", menu.sent_item)
hooks.register("register_admin_menu_item", menu.desk_item)
hooks.register("register_admin_menu_item", menu.notices_item)
hooks.register("register_admin_menu_item", menu.documents_item)
hooks.register("register_admin_menu_item", menu.topics_item)
hooks.register("register_admin_menu_item", english.english_item)
hooks.register("construct_main_menu", menu.tidy)
hooks.register("register_page_action_menu_item", SendMenuItem)
hooks.register("construct_page_action_menu", arrange)
hooks.register("before_publish_page", guard.before_publish)
hooks.register("before_bulk_action", guard.before_bulk_publish)
hooks.register("after_edit_page", guard.explain_unfinished_approval)
hooks.register("before_edit_page", copies.before_edit_copy)
hooks.register("before_edit_page", second_time.before_edit_again)
hooks.register("after_edit_page", second_time.tell_of_other)
hooks.register("before_edit_page", english.before_edit, order=-1)  # before wagtail-localize publishes itself
hooks.register("register_page_header_buttons", english.header_button)
hooks.register("before_copy_page", copies.before_copying_page)
hooks.register("before_unpublish_page", leaving.before_unpublish)
hooks.register("before_delete_page", leaving.before_delete)
hooks.register("before_move_page", leaving.before_move)
hooks.register("before_bulk_action", leaving.before_bulk)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("", include("sites.admin.urls"))]


@hooks.register("construct_homepage_panels")
def replace_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [ToDoPanel(), *([] if staff_of(request).is_portal else [SentPanel()]), DraftsPanel()]


@hooks.register("construct_homepage_summary_items")
def remove_summary(request: HttpRequest, items: list[Any]) -> None:
    items.clear()


@hooks.register("insert_global_admin_css")
def add_stylesheet() -> SafeString:
    """The unit's palette stands in a meta element: the stylesheet picks the colors, no style is written inline."""
    return format_html(
        '<meta name="unit-palette" content="{}"><link rel="stylesheet" href="{}">'
        '<noscript><link rel="stylesheet" href="{}"></noscript>',
        current_site().palette,
        static("staff/staff.css"),
        static("staff/no-script.css"),
    )


@hooks.register("after_publish_page")
def offer_to_send(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After Wagtail's publish button: the next thing a unit does with a post."""
    if isinstance(page, ArticlePage) and page.live and staff_of(request).may_send:
        address = reverse("confirm_send", args=[page.pk])
        messages.info(
            request, _("Gửi bài này lên Sở để đăng trên Cổng?"), buttons=[messages.button(address, _("Gửi Sở"))]
        )
    return None
