from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from search.form import parse
from search.presenter import present
from search.queries import search
from search.results import SearchPage
from sites.viewdata.meta import PageMeta
from tenants.units.context import current_site


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer the search of a site: of the whole network on the portal, of the unit first on its own site."""
    site = current_site()
    question = parse(request.GET, unit=site.unit, is_portal=site.is_portal, at=timezone.now())
    page = search(question, asking_unit=site.unit.uuid) if question.is_asked else SearchPage(request=question)
    view = present(page, fields=request.GET, is_portal=site.is_portal)
    return render(request, "pages/search.html", {"view": view, "meta": PageMeta(title=view.title, indexable=False)})
