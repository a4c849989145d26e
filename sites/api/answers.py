"""What all answers of the API share: reading alone, a brake, an ETag, and that any site may read them."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import gettext as _
from ninja.renderers import BaseRenderer

from core.frontend.formats import clock
from core.frontend.programs import problem
from core.identity.client import address_of
from core.identity.throttle import Limit, closed_until
from tenants.pagecache.asked import asked_of

# What the page cache answers is not counted. A program that reads the largest register asks 200 times.
LIMIT = Limit("api", count=600, period=timedelta(minutes=10))
READING = ("GET", "HEAD")
View = Callable[..., HttpResponse]


class PlainRenderer(BaseRenderer):
    """Letters as they are, instants as ISO 8601."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return orjson.dumps(data, option=orjson.OPT_OMIT_MICROSECONDS)


def no_such_thing() -> HttpResponse:
    sentence = _("Địa chỉ này không có dữ liệu công khai nào. Xem các địa chỉ đang có ở trang /api/.")
    return problem(sentence, status=404)


def fault() -> HttpResponse:
    return problem(_("Máy chủ gặp lỗi nên chưa trả lời được. Hãy hỏi lại sau ít phút."), status=500)


def for_readers(view: View) -> View:
    """Answer readers of any site, no more often than the brake allows, and not again what they have already."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _tagged(request, _refusal(request) or view(request, *args, **kwargs))
        response["Access-Control-Allow-Origin"] = "*"
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]  # nothing can be changed here
    return answer


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if request.method == "OPTIONS":
        allowed = ", ".join(READING)
        headers = {"Access-Control-Allow-Methods": allowed, "Access-Control-Allow-Headers": "If-None-Match"}
        return HttpResponse(status=204, headers={"Allow": allowed, **headers})
    if request.method not in READING:
        refusal = problem(_("Dữ liệu ở đây chỉ để đọc. Hãy dùng phương thức GET."), status=405)
        refusal["Allow"] = ", ".join(READING)
        return refusal
    now = timezone.localtime()
    until = closed_until(LIMIT, sender=address_of(request), at=now)
    if until is None:
        return None
    sentence = _("Bạn đã hỏi quá nhiều lần. Hãy chờ đến %(time)s rồi hỏi tiếp.")
    refusal = problem(sentence % {"time": clock(timezone.localtime(until))}, status=429)
    refusal["Retry-After"] = str(int((until - now).total_seconds()) + 1)
    return refusal


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Add an ETag, or answer 304. The page cache does both for what it keeps, and keeps nothing that has one."""
    is_kept = settings.PAGE_CACHE and asked_of(request) is not None
    if is_kept or response.status_code != 200:
        return response
    response["Cache-Control"] = "no-cache"
    set_response_etag(response)
    found = get_conditional_response(request, etag=response["ETag"], response=response)
    return found if isinstance(found, HttpResponse) else response
