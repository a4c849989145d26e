"""The page around an answer: rendered once by the whole stack, with every header the others set, kept in two parts."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from core.frontend.display import COOKIE_NAME, Display

# Where the answer goes: see templates/lookup/frame.html.
SLOT = b"<!--answer-->"
# What is added to an answer in place of what it was when the frame was made.
_OF_THE_BODY = frozenset({"content-length", "content-encoding", "etag"})
_KEPT_HEADERS = frozenset({"HTTP_HOST", "HTTP_X_FORWARDED_PROTO"})


@dataclass(frozen=True, slots=True)
class Frame:
    head: bytes
    tail: bytes
    headers: tuple[tuple[str, str], ...]

    def filled(self, answer: str, *, status: int) -> HttpResponse:
        body = b"".join((self.head, answer.encode(), self.tail))
        response = HttpResponse(body, status=status)
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["Content-Length"] = str(len(body))
        return response


def frame_of(response: HttpResponseBase) -> Frame | None:
    """Return the two parts; None for a response that is no frame: a redirect to https, a page of an error."""
    if response.status_code != 200 or not isinstance(response, HttpResponse):
        return None
    head, slot, tail = response.content.partition(SLOT)
    headers = tuple((name, value) for name, value in response.items() if name.lower() not in _OF_THE_BODY)
    return Frame(head, tail, headers) if slot else None


def ask_for_frame(
    request: HttpRequest, exam: object, display: Display, get_response: Callable[[HttpRequest], HttpResponseBase]
) -> HttpResponseBase:
    """Return what the stack answers to a request that says nothing about who asks: host, scheme, path, display."""
    environ = {name: value for name, value in request.META.items() if not name.startswith("HTTP_")}
    environ |= {name: request.META[name] for name in _KEPT_HEADERS if name in request.META}
    environ |= {
        "REQUEST_METHOD": "GET",
        "QUERY_STRING": "",
        "CONTENT_LENGTH": "",
        "CONTENT_TYPE": "",
        "HTTP_COOKIE": f"{COOKIE_NAME}={display.cookie}",
        "wsgi.input": BytesIO(),
    }
    asked = WSGIRequest(environ)
    asked.exam = exam  # type: ignore[attr-defined]  # what sites.lookup.views.frame shows
    return get_response(asked)
