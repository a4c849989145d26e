"""The page that asks why a live post leaves the site, and the one that brings it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, PagePermissionTester

from sites.admin.files_shown import page_obstacles
from sites.admin.forms import TakeDownForm
from sites.admin.moments import moment_near
from sites.admin.page import admin_page
from sites.admin.sending.queries import open_submission
from sites.admin.staff import account_of
from sites.exchange.remove_pages import Way, live_articles_in, remove_pages
from sites.exchange.take_down import restore_article
from sites.frame import Link
from sites.models import ArticlePage
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.states import State

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the address asks for: pages, the way they go, and where to when they move."""

    pages: list[Page]
    way: Way
    destination: Page | None


_PERMITTED: dict[Way, Callable[[PagePermissionTester, Page | None], bool]] = {
    Way.UNPUBLISH: lambda tester, destination: tester.can_unpublish(),
    Way.DELETE: lambda tester, destination: tester.can_delete(),
    Way.MOVE: lambda tester, destination: destination is not None and tester.can_move_to(destination),
}


def take_down(request: HttpRequest) -> HttpResponseBase:
    """GET: say what will disappear and ask why. POST: take it down. `?id=…&id=…&cach=go|xoa|chuyen&den=…`."""
    leaving = _leaving(request)
    articles = live_articles_in(leaving.pages)
    form = TakeDownForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        try:
            remove_pages(
                pages=leaving.pages,
                way=leaving.way,
                destination=leaving.destination,
                user=account_of(request),
                at=at,
                **form.cleaned_data,
            )
        except ExchangeError as refusal:
            form.add_error(None, str(refusal))
        else:
            _say_done(request, articles, leaving.way, at)
            return redirect(_after(leaving, articles))
    return admin_page(
        request,
        "take_down/confirm",
        title=_("Gỡ bài"),
        back=Link(_("Quay lại"), reverse("wagtailadmin_explore", args=[leaving.pages[0].get_parent().pk])),
        form=form,
        way=leaving.way,
        destination=leaving.destination,
        count=len(articles),
        articles=articles[:SHOWN],
        reaches_the_portal=any(_is_published(article) for article in articles),
    )


def _leaving(request: HttpRequest) -> Leaving:
    keys = [int(key) for key in request.GET.getlist("id") if key.isdigit()]
    pages = [page.specific for page in Page.objects.filter(pk__in=keys, depth__gt=1).order_by("path")]
    way = request.GET.get("cach", "")
    if not pages or way not in set(Way):
        raise Http404
    destination = get_object_or_404(Page, pk=request.GET.get("den", 0)) if way == Way.MOVE else None
    for page in pages:
        if not _PERMITTED[Way(way)](page.permissions_for_user(request.user), destination):
            raise PermissionDenied
    return Leaving(pages, Way(way), destination)


def _is_published(article: ArticlePage) -> bool:
    submission = open_submission(article.pk)
    return submission is not None and submission.state == State.PUBLISHED


def _say_done(request: HttpRequest, articles: list[ArticlePage], way: Way, at: datetime) -> None:
    """Source: design.md §7 no. 19."""
    time = moment_near(at, now=at)
    told = any(open_submission(article.pk) for article in articles)
    if way == Way.DELETE:
        text = _("Bài đã xóa lúc %(time)s và đã báo Trưởng Ban Biên tập.") if told else _("Bài đã xóa lúc %(time)s.")
        messages.success(request, text % {"time": time})
        return
    text = (
        _("Bài đã gỡ lúc %(time)s và đã báo Trưởng Ban Biên tập. Bấm Khôi phục nếu gỡ nhầm.")
        if told
        else _("Bài đã gỡ lúc %(time)s. Bấm Khôi phục nếu gỡ nhầm.")
    )
    buttons = (
        [messages.button(reverse("restore_post", args=[articles[0].pk]), _("Khôi phục"))] if len(articles) == 1 else []
    )
    messages.success(request, text % {"time": time}, buttons=buttons)


def _after(leaving: Leaving, articles: list[ArticlePage]) -> str:
    parent = leaving.destination or leaving.pages[0].get_parent()
    return reverse("wagtailadmin_explore", args=[parent.pk])


def restore_post(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """GET: ask once. POST: show a post again that this unit took down, and the portal's copy with it."""
    page = get_object_or_404(ArticlePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    explore = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    if page.live:
        messages.info(request, _("Bài đang hiện trên trang, không cần khôi phục."))
        return redirect(explore)
    obstacles: list[str] = [*page_obstacles(page.get_latest_revision_as_object())]
    if request.method == "POST" and not obstacles:
        try:
            restore_article(page=page, user=account_of(request), at=timezone.now())
        except ExchangeError as refusal:
            obstacles = [str(refusal)]
        else:
            messages.success(request, _("Bài đã hiện lại trên trang của đơn vị."))
            return redirect(explore)
    return admin_page(
        request,
        "take_down/restore",
        title=_("Khôi phục bài"),
        back=Link(_("Quay lại"), explore),
        page=page,
        obstacles=obstacles,
    )
