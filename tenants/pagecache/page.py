"""A page as it is kept: whole, compressed once, the same for everybody."""

import gzip
import hashlib
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from tenants.units.pulse import Pulse

LONGEST_BODY = 1024 * 1024
TYPES = ("text/html", "text/plain", "text/xml", "application/xml", "application/atom+xml", "application/json")
# Whoever sets one of these has said something about keeping, or about whom the answer is for.
REFUSING = ("Cache-Control", "Expires", "Content-Encoding", "Content-Disposition", "ETag", "Set-Cookie")
# Headers and the entry itself, roughly.
OVERHEAD_BYTES = 2048
# Better compression would cost more than rendering the page.
BROTLI_QUALITY, GZIP_LEVEL = 4, 5
PLAIN, GZIP, BROTLI = "", "gzip", "br"
_CODING = re.compile(r"(br|gzip)\s*(?:;\s*q=([0-9.]+))?\s*(?:,|$)")


class Stamp(NamedTuple):
    """What a page was made at; another stamp makes it stale. day: what begins and ends by date looks different."""

    pulse: Pulse
    day: date


@dataclass(frozen=True, slots=True)
class KeptPage:
    """bodies: coding → bytes; empty for an answer that must not be kept, so that nobody waits for it again."""

    stamp: Stamp
    kept_at: float
    headers: tuple[tuple[str, str], ...]
    bodies: Mapping[str, bytes]
    etag: str

    @property
    def size(self) -> int:
        return OVERHEAD_BYTES + sum(len(body) for body in self.bodies.values())

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Return the page in the best coding the reader takes, or 304 when the reader has it."""
        coding = best_coding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        body = self.bodies[coding]
        response = HttpResponse(body)
        for name, value in self.headers:
            response.headers[name] = value
        etag = f'"{self.etag}-{coding}"' if coding else f'"{self.etag}"'
        response.headers["ETag"] = etag
        response.headers["Content-Length"] = str(len(body))
        if coding:
            response.headers["Content-Encoding"] = coding
        if "HTTP_IF_NONE_MATCH" not in request.META:
            return response
        return get_conditional_response(request, etag=etag, response=response) or response


def keep(request: HttpRequest, response: HttpResponseBase, stamp: Stamp) -> KeptPage | None:
    """Return the answer in the form it is kept, without bodies when it is not for everybody; None unless it is a page.

    Browsers may keep it but must ask each time whether it still holds: a post that was taken down is gone at once.
    """
    if response.status_code != 200 or not isinstance(response, HttpResponse):
        return None
    if not _is_everybodys(request, response):
        return KeptPage(stamp, time.monotonic(), (), {}, "")
    body = response.content
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    headers |= {"Cache-Control": "no-cache", "Vary": "Accept-Encoding, Cookie"}
    bodies = {
        PLAIN: body,
        GZIP: gzip.compress(body, GZIP_LEVEL, mtime=0),
        BROTLI: brotli.compress(body, quality=BROTLI_QUALITY),
    }
    headers_kept = tuple(headers.items())
    return KeptPage(stamp, time.monotonic(), headers_kept, bodies, hashlib.sha256(body).hexdigest()[:24])


def _is_everybodys(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether the same bytes may be given to the next reader.

    A view that looked into the session, or at who is logged in, has `Vary: Cookie`; one that made a form token has a
    cookie to set.
    """
    if response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        return False
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")} - {""}
    return (
        varies <= {"accept-language"}  # LocaleMiddleware's, who takes the language from the path alone
        and not any(response.has_header(name) for name in REFUSING)
        and response.get("Content-Type", "").partition(";")[0] in TYPES
        and len(response.content) <= LONGEST_BODY
    )


@lru_cache(maxsize=256)
def best_coding(accepted: str) -> str:
    """Return BROTLI, GZIP or PLAIN, the smallest that an Accept-Encoding header takes."""
    taken = {name for name, weight in _CODING.findall(accepted.lower()) if not weight or weight.strip("0.")}
    return next((coding for coding in (BROTLI, GZIP) if coding in taken), PLAIN)
