from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from sites.frame import Link
from sites.lookup.models import Exam
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.viewdata.meta import PageMeta


@csrf_exempt  # the form changes nothing, and a page that is everybody's has no token
def frame(request: HttpRequest, pk: int) -> HttpResponse:
    """Render the page around the answers to one exam. Only sites.lookup.serving asks for it, once for all readers.

    Raise Http404 for anybody else: an exam that sites.lookup.serving does not know is not there.
    """
    exam: Exam | None = getattr(request, "exam", None)
    if exam is None or exam.pk != pk:
        raise Http404
    around = surroundings_of(request)
    loaded = exam.loaded
    context: dict[str, Any] = {
        "frame": around.frame,
        "meta": _meta(exam, around),
        "exam": exam,
        "source": exam.source or around.unit.name,
        "opens_at": timezone.localtime(exam.opens_at),
        "updated_at": timezone.localtime(loaded.read_at) if loaded and loaded.read_at > exam.opens_at else None,
    }
    response = TemplateResponse(request, "lookup/frame.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _meta(exam: Exam, around: Surroundings) -> PageMeta:
    section = around.menu.find(model="lookuppage")
    home = Link(_("Trang chủ"), around.frame.home_url)
    return PageMeta(
        title=exam.title,
        section_url=section.url if section else "",
        breadcrumb=(home, Link(section.title, section.url)) if section else (home,),
        indexable=False,
    )
