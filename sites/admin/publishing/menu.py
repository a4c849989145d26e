"""The buttons under the page editor: the main one follows the right, the words are ours."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem
from wagtail.models import Locale

from sites.admin.publishing.copies import is_copy
from sites.admin.sending.queries import open_submission
from sites.admin.staff import staff_of
from sites.admin.take_down.hooks import take_down_address
from sites.exchange.remove_pages import Way
from sites.models import ArticlePage
from tenants.exchange.states import State

# What becomes the main button, the first that is there.
_MAIN = ("approve", "action-publish", "action-submit", "send-to-province", "action-save-draft")
_NOT_FOR_COPIES = frozenset({"action-unpublish", "action-submit", "send-to-province"})


class SendMenuItem(ActionMenuItem):
    """ "Gửi Sở" on a live article without unpublished changes; "Gửi lại Sở" after the Sở asked for changes."""

    name = "send-to-province"
    label = gettext_lazy("Gửi Sở")
    icon_name = "mail"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or not isinstance(page, ArticlePage):
            return False
        if not page.live or page.has_unpublished_changes or not staff_of(context["request"]).may_send:
            return False
        if page.locale_id != Locale.get_default().pk:
            return False
        submission = open_submission(page.pk)
        return submission is None or submission.state == State.CHANGES_REQUESTED

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("confirm_send", args=[parent_context["page"].pk])


class TakeDownMenuItem(ActionMenuItem):
    """In place of Wagtail's "Unpublish": straight to the page that asks why."""

    name = "action-unpublish"
    label = gettext_lazy("Gỡ bài")
    icon_name = "download"

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return take_down_address([parent_context["page"]], Way.UNPUBLISH)


class SubmitMenuItem(SubmitForModerationMenuItem):
    """ "Gửi duyệt", without the names of workflow and task that mean nothing to a teacher."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "label": _("Gửi duyệt")}


def arrange(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Reword and reorder the menu in place."""
    page = context.get("page")
    if page is not None and is_copy(page):
        menu_items[:] = [item for item in menu_items if item.name not in _NOT_FOR_COPIES]
    for place, item in enumerate(menu_items):
        if item.name == "action-submit":
            menu_items[place] = SubmitMenuItem(order=item.order)
        elif item.name == "action-unpublish" and isinstance(page, ArticlePage):
            menu_items[place] = TakeDownMenuItem(order=item.order)
        elif item.name == "approve":
            item.label = _("Duyệt và đăng")
    main = next((item for name in _MAIN for item in menu_items if item.name == name), None)
    if main is not None:
        menu_items.remove(main)
        menu_items.insert(0, main)
