from dataclasses import replace
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.frontend.formats import clock
from core.identity.client import address_of
from core.identity.throttle import Limit, closed_until
from core.spreadsheets.write import XLSX
from sites.directory.export import directory_csv, directory_workbook
from sites.directory.listing import CSV_FILE, XLSX_FILE, present_directory, unit_address
from sites.directory.question import ADDRESS
from sites.directory.unit_page import find_unit, moved_to, present_unit
from sites.frame import Link
from sites.presenters.meta import json_ld
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.viewdata.directory import UnitView
from sites.viewdata.meta import PageMeta
from sites.views.page import PRINT
from tenants.units.models import Unit
from tenants.units.models.kind import Tier

LIMIT = Limit("directory-export", count=20, period=timedelta(minutes=10))


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Answer the directory of units, whole with `?in=1`."""
    around = surroundings_of(request)
    view = present_directory(request.GET, is_printed=PRINT in request.GET)
    meta = replace(_meta(view.title, ADDRESS, around), indexable=not request.GET)
    context = {"frame": around.frame, "meta": meta, "view": view}
    if PRINT in request.GET:
        context |= {"print_back_url": ADDRESS, "printed_at": around.now}
    return render(request, "pages/directory.html", context)


@require_safe
def unit_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a unit's page; a former address leads to the present one, if no other unit has it now."""
    unit = find_unit(slug)
    if unit is None:
        if present := moved_to(slug):
            return HttpResponsePermanentRedirect(unit_address(present))
        raise Http404
    around = surroundings_of(request)
    view = present_unit(unit)
    meta = _meta(unit.name, unit_address(unit.slug), around)
    meta = replace(
        meta,
        description=_description(view),
        section_url=ADDRESS,
        breadcrumb=(*meta.breadcrumb, Link(_("Danh bạ đơn vị"), ADDRESS)),
        json_ld=_organization(unit, view),
    )
    return render(request, "pages/unit.html", {"frame": around.frame, "meta": meta, "view": view})


@require_safe
def directory_file(request: HttpRequest, filename: str) -> HttpResponse:
    """Answer the units that the list shows for the same fields, all pages of them, as a file."""
    around = surroundings_of(request)
    if until := closed_until(LIMIT, sender=address_of(request), at=around.now):
        sentence = _("Bạn đã tải danh sách nhiều lần. Hãy chờ đến %(time)s rồi tải tiếp.") % {"time": clock(until)}
        return HttpResponse(sentence, status=429, content_type="text/plain; charset=utf-8")
    kinds = {
        XLSX_FILE: (directory_workbook, XLSX),
        CSV_FILE: (directory_csv, "text/csv; charset=utf-8"),
    }
    write, content_type = kinds[filename]
    headers = {"Content-Disposition": f'attachment; filename="{filename}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(write(request.GET), content_type=content_type, headers=headers)


def _meta(title: str, path: str, around: Surroundings) -> PageMeta:
    """Return the head of a page that is the same on every host: the portal's is the one to keep."""
    portal = around.menu.department.url.rstrip("/") if around.menu.department else around.menu.origin
    home = Link(_("Trang chủ"), around.frame.home_url)
    return PageMeta(title=title, canonical_url=portal + path, section_url=path, breadcrumb=(home,))


def _description(view: UnitView) -> str:
    return ". ".join(filter(None, (view.kind, *(fact.value for fact in view.facts))))[:300]


def _organization(unit: Unit, view: UnitView) -> str:
    is_school = unit.kind.tier == Tier.SCHOOL
    return json_ld(
        {
            "@type": "EducationalOrganization" if is_school else "GovernmentOrganization",
            "name": unit.name,
            "url": view.site.url if view.site else "",
            "address": unit.address,
            "telephone": unit.phone,
            "email": unit.email,
        }
    )
