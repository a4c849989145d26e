"""What the page editor and the sidebar say about English versions."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from core.accounts.models import User
from sites.admin.menu import StaffMenuItem
from sites.admin.staff import account_of
from sites.english.actions.publish_translation import publish_translation
from sites.english.choice import TranslationError, is_source, translation_to


def english_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Bản tiếng Anh"),
        "english_list",
        allowed=lambda staff: bool(staff.roles),
        icon_name="wagtail-localize-language",
        order=45,
    )


def header_button(page: Page, user: User, view_name: str | None = None, next_url: str | None = None) -> Iterator[Any]:
    """Lead from a Vietnamese page to its English version, or to the question whether to make one."""
    if page.live and not page.is_root() and is_source(page) and page.permissions_for_user(user).can_edit():
        address = reverse("english_start", args=[page.pk])
        yield Button(_("Bản tiếng Anh"), address, icon_name="wagtail-localize-language", priority=60)


def before_edit(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Publish a translation our way; wagtail-localize, which is asked next, answers everything else."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_to(page)
    if translation is None:
        return None
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    try:
        published = publish_translation(translation=translation, user=account_of(request))
    except TranslationError as refusal:
        messages.error(request, str(refusal))
    else:
        text = _("Bản tiếng Anh “%(title)s” đang hiện trên trang.") % {"title": published.title}
        messages.success(request, text, buttons=[messages.button(published.get_url(), _("Xem trang"))])
    return redirect("wagtailadmin_pages:edit", page.pk)
