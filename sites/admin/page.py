"""Our own pages inside Wagtail's admin: one frame, one way to be refused."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from sites.admin.staff import Staff, staff_of
from sites.frame import Link

View = Callable[..., HttpResponseBase]


def admin_page(
    request: HttpRequest, template: str, *, title: str, back: Link | None = None, status: int = 200, **context: Any
) -> TemplateResponse:
    """Answer a page of templates/admin/. title: the heading. back: the page one level up."""
    return TemplateResponse(request, f"admin/{template}.html", {"title": title, "back": back, **context}, status=status)


def only(allowed: Callable[[Staff], bool], *, on_portal: bool) -> Callable[[View], View]:
    """Let a view answer those for whom `allowed` holds: others get 403 in words, units of the other sort 404.

    on_portal: whether the view belongs to the Sở's portal (True) or to the units that send (False).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            staff = staff_of(request)
            if staff.is_portal != on_portal:
                raise Http404
            if not allowed(staff):
                return refused_page(request)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def refused_page(request: HttpRequest, text: str = "") -> TemplateResponse:
    """Answer 403 and say whom to ask. (Wagtail would lead to the dashboard, where nobody sees what was refused.)"""
    text = text or _("Vai trò của thầy cô chưa được làm việc này. Hãy nhờ người duyệt hoặc quản trị của đơn vị.")
    return admin_page(request, "refused", title=_("Không mở được trang này"), text=text, status=403)
