"""`/quan-tri/tim-kiem/`: how the search stands, what the index refused, and sending it again; `/metrics`."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from core.accounts.models import User
from core.identity.models import Identity
from search.health.figures import read_health
from search.health.metrics import metrics_text
from search.health.presenter import present
from tenants.console.access import for_operators, operator_of
from tenants.registry.actions.replay_dead import replay_dead


@require_safe
@for_operators
def health(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    at = timezone.now()
    return render(request, "console/search.html", {"here": "search", "view": present(read_health(at=at), at=at)})


@require_POST
@for_operators
def replay_all(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    count = replay_dead()
    messages.success(request, _("Đã xếp hàng lại %(count)s mục cho chỉ mục tìm kiếm.") % {"count": count})
    return redirect("search_health:health")


@require_POST
@for_operators
def replay_one(request: HttpRequest, operator: Identity, pk: int) -> HttpResponseBase:
    if replay_dead(entry_id=pk):
        messages.success(request, _("Mục này đã vào hàng chờ để gửi lại cho chỉ mục tìm kiếm."))
    else:
        messages.warning(request, _("Mục này đã được gửi lại hoặc không còn bị từ chối nữa."))
    return redirect("search_health:health")


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer Prometheus, who shows METRICS_TOKEN as a bearer, and operators; for everybody else nothing is here."""
    if not _is_scraper(request) and not (isinstance(request.user, User) and operator_of(request.user)):
        raise Http404("neither the token nor an operator")
    at = timezone.now()
    return HttpResponse(metrics_text(read_health(at=at), at=at), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def _is_scraper(request: HttpRequest) -> bool:
    token = settings.METRICS_TOKEN
    return bool(token) and constant_time_compare(request.headers.get("authorization", ""), f"Bearer {token}")
