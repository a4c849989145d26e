"""Making units and sites: one form, one action; what was typed stays when it is refused."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.identity.models import Identity
from core.identity.refusal import IdentityError
from tenants.console.access import for_operators
from tenants.console.actions.open_unit import SiteWish, open_unit
from tenants.console.forms import SiteForm, UnitForm
from tenants.console.views.units import find_unit
from tenants.memberships.refusal import MembershipError
from tenants.units.actions.make_unit_site import UnitTakenError, make_unit_site
from tenants.units.actions.provision_site import ProvisionError
from tenants.units.statuses import UnitStatus

# Refusal → the field it is about.
_FIELDS = {UnitTakenError: "code", ProvisionError: "host", MembershipError: "admin_email", IdentityError: "admin_name"}


@require_http_methods(["GET", "POST"])
@for_operators
def new_unit(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            unit = open_unit(
                facts=form.facts(),
                wish=SiteWish(**{name: values[name] for name in SiteWish.__dataclass_fields__}),
                status=UnitStatus.PLANNED if values["opens_later"] else UnitStatus.ACTIVE,
                request_id=values["request_id"],
                operator=operator,
                at=timezone.now(),
            )
        except tuple(_FIELDS) as refusal:
            form.add_error(_FIELDS[type(refusal)], str(refusal))
        else:
            messages.success(request, _("%(unit)s đã có trong danh bạ.") % {"unit": unit.name})
            return redirect("console:unit", uuid=unit.uuid)
    return render(request, "console/new_unit.html", {"here": "units", "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@for_operators
def new_site(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    unit = find_unit(uuid)
    form = SiteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            site = make_unit_site(unit=unit, by=operator, at=timezone.now(), **form.cleaned_data)
        except ProvisionError as refusal:
            form.add_error("host", str(refusal))
        else:
            messages.success(request, _("Trang của %(unit)s đã mở.") % {"unit": site.unit.name})
            return redirect("console:unit", uuid=site.unit.uuid)
    context = {"here": "units", "unit": unit, "form": form}
    return render(request, "console/new_site.html", context, status=422 if form.errors else 200)
