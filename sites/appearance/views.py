"""`giao-dien/`: how the unit looks, chosen by its administrator on one screen."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from sites.admin.page import admin_page, refused_page
from sites.admin.staff import Staff, account_of, staff_of
from sites.appearance.actions.change_appearance import AppearanceError, change_appearance, refusals_of
from sites.appearance.forms import AppearanceForm
from sites.appearance.preview import preview
from sites.frame import SiteKind
from sites.models import HomePage
from sites.presenters.frame import build_frame
from sites.presenters.menu import Section, current_menu
from tenants.units.context import current_site
from tenants.units.models import Role

UNPROCESSABLE = 422


def may_dress(staff: Staff) -> bool:
    """The administrator of the unit decides how it looks."""
    return Role.ADMINISTRATOR in staff.roles


def for_administrators(view: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer others 403, and say who decides."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        if may_dress(staff_of(request)):
            return view(request)
        return refused_page(request, _("Giao diện của trang do quản trị đơn vị chọn. Hãy nhờ người có vai trò này."))

    return guarded


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def appearance(request: HttpRequest) -> HttpResponseBase:
    """Answer the screen; move a row of it; save the whole look."""
    form, kind, sections = _form(request)
    if not form.is_bound:
        return _screen(request, form)
    if words := request.POST.get("move", ""):
        form.move(words)
        return _screen(request, form, is_moved=True)
    if not form.is_valid():
        return _screen(request, form, status=UNPROCESSABLE)
    try:
        change_appearance(wish=form.wish(), kind=kind, sections=sections, user=account_of(request))
    except AppearanceError as refusal:
        return _screen(request, form, refusals=refusal.refusals, status=UNPROCESSABLE)
    messages.success(request, _("Đã lưu giao diện. Người đọc thấy ngay từ bây giờ."))
    return redirect("appearance")


@for_administrators
@require_POST
def show_preview(request: HttpRequest) -> HttpResponseBase:
    """Answer the home page in the look the form describes; when it cannot be, the form with the reasons."""
    form, kind, sections = _form(request)
    if not form.is_valid():
        return _screen(request, form, status=UNPROCESSABLE)
    wish = form.wish()
    if refusals := refusals_of(wish, kind=kind, sections=sections):
        return _screen(request, form, refusals=refusals, status=UNPROCESSABLE)
    return preview(request, home=_home(), wish=wish)


def _form(request: HttpRequest) -> tuple[AppearanceForm, SiteKind, list[Section]]:
    site, menu = current_site(), current_menu()
    sections = list(menu.sections_of(menu.roots[0]))
    kind = build_frame(site=site, menu=menu).kind
    data = request.POST if request.method == "POST" else None
    return AppearanceForm(data, site=site, home=_home(), sections=sections, kind=kind), kind, sections


def _home() -> HomePage:
    return HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)


def _screen(
    request: HttpRequest,
    form: AppearanceForm,
    *,
    refusals: list[str] | None = None,
    is_moved: bool = False,
    status: int = 200,
) -> HttpResponse:
    return admin_page(
        request,
        "appearance/screen",
        title=_("Giao diện"),
        form=form,
        refusals=refusals or [],
        is_moved=is_moved,
        status=status,
    )
