"""The API put together, and what it says to a request it cannot answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from core.frontend.programs import problem
from sites.api import (
    admissions,
    albums,
    articles,
    disclosures,
    documents,
    links,
    procedures,
    questions,
    resources,
    schedule,
    units,
)
from sites.api.answers import PlainRenderer, no_such_thing

# The docstrings of the views are Vietnamese: readers get them as the description of each address.
api = NinjaAPI(
    title="Liên Thông",
    version="1",
    description="Dữ liệu công khai của một đơn vị trong mạng lưới giáo dục. Chỉ đọc, không cần đăng ký.",
    renderer=PlainRenderer(),
    urls_namespace="api",
    docs_url=None,  # its pages load scripts; sites.api.words tells the same in words
)
api.add_router("units/", units.router)
api.add_router("articles/", articles.router)
api.add_router("documents/", documents.router)
api.add_router("schedule/", schedule.router)
api.add_router("procedures/", procedures.router)
api.add_router("admissions/", admissions.router)
api.add_router("questions/", questions.router)
api.add_router("disclosures/", disclosures.router)
api.add_router("albums/", albums.router)
api.add_router("resources/", resources.router)
api.add_router("links/", links.router)


@api.exception_handler(Http404)
def not_there(request: HttpRequest, exception: Http404 | type[Http404]) -> HttpResponse:
    return no_such_thing()


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, exception: ValidationError | type[ValidationError]) -> HttpResponse:
    """Name the first field that is wrong; an address with a wrong part names nothing."""
    wrong = exception.errors[0]["loc"] if isinstance(exception, ValidationError) else ()
    if not wrong or wrong[0] == "path":
        return no_such_thing()
    sentence = _("Giá trị của “%(name)s” không đúng. Xem cách viết ở trang /api/.") % {"name": wrong[-1]}
    return problem(sentence, status=400)
