"""Addresses that programs ask, and refusals they understand: for all that may answer before the API itself does."""

import orjson
from django.http import HttpResponse

PREFIX = "/api/"
JSON = "application/json; charset=utf-8"


def is_for_programs(path: str) -> bool:
    """Return whether the address is the API's; the page that describes it in words is for people."""
    return path.startswith(PREFIX) and path != PREFIX


def problem(sentence: str, *, status: int) -> HttpResponse:
    """Return a refusal as JSON: one sentence that says what is wrong and what to do. Any site may read it."""
    headers = {"Access-Control-Allow-Origin": "*"}
    return HttpResponse(orjson.dumps({"error": sentence}), status=status, content_type=JSON, headers=headers)
