"""The answer to a page's address: the page, its print view, or the ways to share it."""

from typing import Any, cast
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from sites.frame import Link
from sites.models import ArticleContent, BasePage
from sites.presenters import present_page
from sites.presenters.meta import alternates_of
from sites.presenters.surroundings import surroundings_of
from sites.routing import find_page
from sites.viewdata.article import ShareView
from sites.viewdata.meta import PageMeta

PRINT, SHARE = "in", "chia-se"


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer the page at an address. A private page, or a copy of one, goes Wagtail's way, which asks who reads."""
    menu = surroundings_of(request).menu
    page = find_page(path, menu)
    if page is None:
        return untranslated(request, path)
    cast(Any, request)._wagtail_route_for_request = RouteResult(page)
    if page.alias_of_id or menu.is_private(page.path):
        return wagtail_serve(request, path)
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return page.serve(request)


def untranslated(request: HttpRequest, path: str) -> HttpResponse:
    """Answer an English address whose page stands at the same place in Vietnamese: with its translation, wherever that
    stands, or by saying that there is none. Raise Http404 for any other address."""
    around = surroundings_of(request)
    menu = around.menu
    if menu.root().language == settings.LANGUAGE_CODE or len(menu.roots) < 2:
        raise Http404
    with override(settings.LANGUAGE_CODE):
        page = find_page(path, menu)
    if page is None or page.alias_of_id or menu.is_private(page.path):
        raise Http404
    if alternates := alternates_of(page, around):
        return HttpResponseRedirect(alternates[1].url.removeprefix(menu.origin))
    address = menu.address(page.url_path)
    meta = PageMeta(title=_("Trang này chỉ có tiếng Việt"), indexable=False, translation_url=address)
    context = {"frame": around.frame, "meta": meta, "page_title": page.title, "page_url": address}
    return TemplateResponse(request, "pages/untranslated.html", context)


def page_response(page: BasePage, request: HttpRequest) -> TemplateResponse:
    """Answer a specific page, live or in preview."""
    presented, around = present_page(page, request)
    context: dict[str, Any] = {**presented.context(around), "page": page}
    template = presented.template
    if SHARE in request.GET and isinstance(page, ArticleContent):
        template, context["view"] = "pages/share.html", _share(page, presented.view.address, request.path)
    elif PRINT in request.GET:
        context["print_back_url"] = request.path
        context["printed_at"] = around.now
    return TemplateResponse(request, template, context)


def _share(page: ArticleContent, address: str, back_url: str) -> ShareView:
    """Return links to other sites' own share pages; nothing of theirs is loaded here."""
    quoted = quote(address, safe="")
    return ShareView(
        title=page.title,
        address=address,
        back_url=back_url,
        mail_url=f"mailto:?subject={quote(page.title)}&body={quoted}",
        services=(
            Link(_("Chia sẻ qua Zalo"), f"https://sp.zalo.me/share_inline?u={quoted}"),
            Link(_("Chia sẻ qua Facebook"), f"https://www.facebook.com/sharer/sharer.php?u={quoted}"),
        ),
    )
