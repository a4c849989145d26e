"""Who may bring lists into the register: operators on the console, the Sở's staff in the portal's admin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from core.accounts.models import User
from core.identity.models import Identity
from core.schema import active_tenant
from tenants.memberships.queries import open_memberships
from tenants.memberships.views.plain_page import plain_page
from tenants.units.models import Role, Unit, UnitSite

View = Callable[..., HttpResponseBase]
IMPORTING_ROLES = frozenset({Role.OFFICE, Role.BOARD_HEAD, Role.ADMINISTRATOR})


def may_import(unit: Unit, identity: Identity) -> bool:
    """Tell whether somebody of the portal keeps the register. One query."""
    return open_memberships().filter(unit=unit, identity=identity, role__in=IMPORTING_ROLES).exists()


def for_importers(view: View) -> View:
    """Hand the view the person's identity after the request. Other units' admins and strangers find nothing here."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        site = active_tenant()
        if isinstance(site, UnitSite) and not site.is_portal:
            raise Http404("lists of units are imported on the portal and on the console")
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        identity = Identity.objects.filter(uuid=request.user.identity_uuid, is_locked=False).first()
        if identity is None:
            raise Http404("no identity stands behind this account")
        if not isinstance(site, UnitSite):
            if not identity.is_operator:
                raise Http404("only operators see the console")
            return plain_page(view)(request, identity, *args, **kwargs)
        if not may_import(site.unit, identity):
            text = _("Vai trò của thầy cô chưa được làm việc này. Hãy nhờ Văn phòng Sở hoặc quản trị Cổng.")
            context = {"title": _("Không mở được trang này"), "text": text}
            return TemplateResponse(request, "admin/refused.html", context, status=403)
        return view(request, identity, *args, **kwargs)

    return guarded
