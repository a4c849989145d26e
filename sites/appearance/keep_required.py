"""A section that the law requires is not unpublished, deleted or moved away; whoever tries reads which text says so."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from sites.admin.staff import account_of
from sites.presenters.menu import current_menu
from tenants.units.context import current_site

_LEAVING = frozenset({"delete", "unpublish", "move"})


def before_leaving(request: HttpRequest, page: Page, destination: Page | None = None) -> HttpResponse | None:
    """Wagtail's buttons for one page. destination: of a move; another place below the home page is no leaving."""
    if destination is not None and destination.pk == current_menu().roots[0].page_id:
        return None
    refusal = refusal_for(request, page)
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def before_bulk(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> HttpResponse | None:
    """Wagtail's buttons for many: all or none."""
    if action_type not in _LEAVING or not all(isinstance(item, Page) for item in objects):
        return None
    refusals = [refusal for page in objects if (refusal := refusal_for(request, page))]
    for refusal in refusals:
        messages.error(request, refusal)
    return redirect(action.next_url) if refusals else None


def refusal_for(request: HttpRequest, page: Page) -> str:
    """Return why the page must stay, as a sentence; "" when it may go, as everything may for an operator."""
    if account_of(request).is_superuser:
        return ""
    menu = current_menu()
    section = next((one for one in menu.sections_of(menu.roots[0]) if one.page_id == page.pk), None)
    ground = section.ground_on(current_site().unit.kind.site_template) if section else ""
    if not ground:
        return ""
    words = _("Trang của đơn vị phải có chuyên mục “%(title)s” theo %(ground)s, nên không gỡ, xóa hay chuyển đi được.")
    return words % {"title": page.title, "ground": ground}
