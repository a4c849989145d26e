import time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.bestbets.queries import bets_for
from search.feed import build_feed
from search.form import parse
from search.named_units import units_named
from search.presenter import present
from search.queries import search
from search.querylog.record import record
from search.request import SearchRequest
from search.results import SearchPage
from search.scope import NetworkScope, UnitScope
from search.suggest.did_you_mean import did_you_mean
from sites.viewdata.meta import PageMeta
from tenants.units.context import current_site
from tenants.units.models import UnitSite


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer the search of a site: of the whole network on the portal, of the unit first on its own site."""
    site = current_site()
    question = _question(request, site)
    page = _answer(question, site) if question.is_asked else SearchPage(request=question)
    bets, meant = (*bets_for(question), *units_named(question)), did_you_mean(page)
    view = present(page, fields=request.GET, is_portal=site.is_portal, bets=bets, meant=meant)
    return render(request, "pages/search.html", {"view": view, "meta": PageMeta(title=view.title, indexable=False)})


@never_cache
@require_safe
def search_feed(request: HttpRequest) -> HttpResponse:
    """Answer the same search as RSS, newest first. 404 without a question: a feed of everything is another one."""
    site = current_site()
    question = _question(request, site)
    if not question.is_asked:
        raise Http404
    feed = build_feed(request, question, site=site)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _question(request: HttpRequest, site: UnitSite) -> SearchRequest:
    return parse(request.GET, unit=site.unit, is_portal=site.is_portal, at=timezone.now())


def _answer(question: SearchRequest, site: UnitSite) -> SearchPage:
    own = site.unit.uuid
    other = None if site.is_portal else UnitScope(own) if question.is_network else NetworkScope()
    started = time.perf_counter()
    page = search(question, asking_unit=own, other=other)
    if question.text and not question.filters and question.page == 1:
        record(
            text=question.text,
            unit=site.unit,
            is_network=question.is_network,
            total=page.total,
            is_degraded=page.degraded,
            seconds=time.perf_counter() - started,
            at=question.at,
        )
    return page
