from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.frontend.formats import clock
from core.identity.client import address_of
from core.identity.throttle import Limit, closed_until
from core.spreadsheets.write import XLSX
from sites.legal.export import register_file
from sites.presenters.register import exported
from sites.presenters.surroundings import surroundings_of

# Writing 20,000 rows costs seconds of a process: enough for whoever works with the list, too few to hold a site up.
LONG_LIST = 1_000
LIMIT = Limit("register-export", count=10, period=timedelta(minutes=10))


@require_safe
def register_export(request: HttpRequest, path: str) -> HttpResponse:
    """Answer the documents that the register at `path` lists for the same fields, all pages of them, as XLSX."""
    around = surroundings_of(request)
    menu = around.menu
    url = menu.root().prefix + path
    section = next((one for one in menu.sections if one.url == url and one.model == "registerpage"), None)
    if section is None or menu.is_private(section.tree_path):
        raise Http404
    documents = exported(request.GET, around)
    until = closed_until(LIMIT, sender=address_of(request), at=around.now) if documents.count() > LONG_LIST else None
    if until:
        sentence = _("Bạn đã tải danh sách nhiều lần. Hãy chờ đến %(time)s rồi tải tiếp.") % {"time": clock(until)}
        return HttpResponse(sentence, status=429, content_type="text/plain; charset=utf-8")
    department = menu.department.url.rstrip("/") if menu.department else ""
    content = register_file(
        documents,
        origin_of=lambda document: menu.origin if document.unit_id == around.unit.pk else department,
        today=around.today,
    )
    headers = {"Content-Disposition": 'attachment; filename="van-ban.xlsx"', "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type=XLSX, headers=headers)
