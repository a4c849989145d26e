"""Changing what the register knows of a unit, and the host of its site."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.identity.models import Identity
from tenants.console.access import for_operators
from tenants.console.forms import FactsForm, HostForm
from tenants.console.views.units import find_unit
from tenants.units.actions.change_host import HostError, change_host
from tenants.units.actions.change_unit import change_unit
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.models import Domain, Unit
from tenants.units.models.dated import Relation


@require_http_methods(["GET", "POST"])
@for_operators
def edit_unit(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    """A new name gets its day: what was published before keeps the old one."""
    unit = find_unit(uuid)
    form = FactsForm(request.POST or None, initial=_present(unit))
    if request.method == "POST" and form.is_valid():
        if change_unit(unit=unit, facts=form.facts(code=unit.code), by=operator, at=timezone.now()):
            messages.success(request, _("Thông tin của %(unit)s đã được lưu.") % {"unit": form.cleaned_data["name"]})
        return redirect("console:unit", uuid=uuid)
    context = {"here": "units", "unit": unit, "form": form}
    return render(request, "console/edit_unit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@for_operators
def edit_host(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    unit = find_unit(uuid)
    present = Domain.objects.filter(tenant__unit=unit, is_primary=True).values_list("domain", flat=True).first()
    if present is None:
        raise Http404("the unit has no site")
    form = HostForm(request.POST or None, initial={"host": present})
    if request.method == "POST" and form.is_valid():
        try:
            change_host(unit=unit, host=form.cleaned_data["host"], by=operator, at=timezone.now())
        except HostError as refusal:
            form.add_error("host", str(refusal))
        else:
            sentence = _("Trang của %(unit)s nay ở %(host)s. Địa chỉ cũ dẫn về đây.")
            messages.success(request, sentence % {"unit": unit.name, "host": form.cleaned_data["host"]})
            return redirect("console:unit", uuid=uuid)
    context = {"here": "units", "unit": unit, "form": form}
    return render(request, "console/edit_host.html", context, status=422 if form.errors else 200)


def _present(unit: Unit) -> dict[str, object]:
    """Return the unit's facts as the form's first values."""
    names = set(UnitFacts.__dataclass_fields__) & {field.name for field in Unit._meta.get_fields()}
    professional = unit.parents.filter(relation=Relation.PROFESSIONAL, valid_until=None).first()
    return {
        **{name: getattr(unit, name) for name in names},
        "professional_parent": professional.parent_id if professional else None,
    }
