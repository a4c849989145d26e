"""The API described for people: a page without scripts, made from the same description as openapi.json."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.frontend.programs import PREFIX
from sites.api.api import api
from sites.frame import Link
from sites.presenters.surroundings import surroundings_of
from sites.viewdata.meta import PageMeta


@dataclass(frozen=True, slots=True)
class Operation:
    """One address that can be asked. example: a whole address to try, "" for one that needs an id."""

    path: str
    title: str
    about: str
    fields: tuple[str, ...]
    example: str


@require_safe
def described(request: HttpRequest) -> HttpResponse:
    """Answer the page of words at /api/."""
    around = surroundings_of(request)
    title = _("Dữ liệu mở")
    paths: dict[str, Any] = api.get_openapi_schema()["paths"]
    context = {
        "frame": around.frame,
        "meta": PageMeta(
            title=title,
            description=_("Cách lấy dữ liệu công khai của trang này bằng chương trình."),
            canonical_url=around.menu.origin + PREFIX,
            breadcrumb=(Link(_("Trang chủ"), around.frame.home_url),),
        ),
        "title": title,
        "origin": around.menu.origin,
        "operations": [_operation(path, methods["get"]) for path, methods in paths.items()],
        "description_url": f"{PREFIX}v1/openapi.json",
    }
    return render(request, "pages/api.html", context)


def _operation(path: str, about: dict[str, Any]) -> Operation:
    fields = [field["name"] for field in about.get("parameters", ()) if field["in"] == "query"]
    return Operation(
        path=path,
        title=about["summary"],
        about=about.get("description", "").replace("`", ""),
        fields=tuple(fields),
        example="" if "{" in path else path,
    )
