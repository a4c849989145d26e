"""`/quan-tri/vi-sao/`: why a question finds a page where it does, on the portal alone."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.bestbets.views import may_keep_bets
from search.explaining.explain import explain
from search.explaining.named import NotNamedError, entry_named
from search.form import cleaned
from search.request import SearchRequest
from search.scope import NetworkScope
from sites.admin.page import admin_page, only
from sites.frame import Link


@only(may_keep_bets, on_portal=True)
@require_safe
def why(request: HttpRequest) -> HttpResponseBase:
    """Answer the form with a question and an address, and the reasons once both are given."""
    text, address = cleaned(request.GET.get("q", "")), request.GET.get("dia-chi", "").strip()[:500]
    lines: list[str] = []
    problems: list[str] = []
    title = ""
    if text and address:
        question = SearchRequest(scope=NetworkScope(), text=text, at=timezone.now())
        try:
            entry = entry_named(address)
            title, lines = entry.title, explain(question, entry)
        except NotNamedError as error:
            problems = [str(error)]
    return admin_page(
        request,
        "search/why",
        title=_("Vì sao kết quả này"),
        back=Link(_("Đề xuất của Sở"), reverse("best_bets")),
        text=text,
        address=address,
        problems=problems,
        found=title,
        lines=lines,
    )
