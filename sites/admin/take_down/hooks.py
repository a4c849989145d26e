"""Wagtail's own ways of making a live post disappear lead to the page that asks why."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from sites.exchange.remove_pages import Way, live_articles_in
from sites.models import RepublishedPage
from tenants.exchange.models import Submission
from tenants.units.context import current_unit

_WAYS = {"unpublish": Way.UNPUBLISH, "delete": Way.DELETE, "move": Way.MOVE}


def take_down_address(pages: Sequence[Page], way: Way, destination: Page | None = None) -> str:
    """Return the address of the page that asks why these pages go."""
    query: list[tuple[str, str]] = [("id", str(page.pk)) for page in pages]
    query.append(("cach", way))
    if destination is not None:
        query.append(("den", str(destination.pk)))
    return f"{reverse('take_down')}?{urlencode(query)}"


def before_unpublish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A section keeps its posts unless the form says that they go with it."""
    with_all = "include_descendants" in request.POST
    return _refuse_copies(request, [page]) or (_ask([page], Way.UNPUBLISH) if with_all or page.is_leaf() else None)


def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refuse_copies(request, [page]) or _ask([page], Way.DELETE)


def before_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """A move within the public site changes an address and hides nothing.

    Wagtail shows its question to everybody and looks at the right only when it is answered.
    """
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
    return _refuse_copies(request, [page]) or (_ask([page], Way.MOVE, destination) if _hides(destination) else None)


def before_bulk(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> HttpResponse | None:
    """The same questions when several pages are ticked in a list."""
    way = _WAYS.get(action_type)
    if way is None or not all(isinstance(item, Page) for item in objects):
        return None
    if refused := _refuse_copies(request, objects):
        return refused
    form = action.cleaned_form.cleaned_data
    if way == Way.MOVE:
        destination = form["chooser"]
        return _ask(objects, way, destination) if _hides(destination) else None
    if way == Way.UNPUBLISH and not form.get("include_descendants"):
        objects = [page for page in objects if page.is_leaf()]
    return _ask(objects, way)


def _hides(destination: Page) -> bool:
    return bool(destination.get_view_restrictions().exists())


def _ask(pages: Sequence[Page], way: Way, destination: Page | None = None) -> HttpResponse | None:
    return redirect(take_down_address(pages, way, destination)) if live_articles_in(pages) else None


def _refuse_copies(request: HttpRequest, pages: Sequence[Page]) -> HttpResponse | None:
    """The portal's copies of sent posts are published and taken down at the desk, where the ledger is kept."""
    copies = [
        copy.submission_uuid
        for page in pages
        for copy in RepublishedPage.objects.descendant_of(page, inclusive=True).exclude(submission_uuid=None)[:1]
    ]
    if not copies:
        return None
    messages.error(
        request, _("Bài đăng lại của đơn vị được đăng và gỡ ở Bàn biên tập. Hãy mở bài ở đó rồi chọn Gỡ bài.")
    )
    submission = Submission.objects.filter(uuid=copies[0], receiver=current_unit()).first()
    return redirect("desk_post", submission.pk) if submission else redirect("wagtailadmin_home")
