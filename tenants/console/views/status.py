"""Changing a unit's status: a page that shows what follows and asks why, then one action."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.identity.models import Identity
from tenants.console.access import for_operators
from tenants.console.effects import effects_in_words, step_of
from tenants.console.forms import ReasonForm
from tenants.console.views.units import find_unit
from tenants.units.actions.set_status import StatusError, set_status
from tenants.units.statuses import ARROWS, UnitStatus


@require_http_methods(["GET", "POST"])
@for_operators
def change_status(request: HttpRequest, operator: Identity, uuid: UUID, status: str) -> HttpResponseBase:
    unit = find_unit(uuid)
    if status not in UnitStatus.values:
        raise Http404(f"no such status: {status}")
    if status not in ARROWS[unit.status]:
        sentence = _("%(unit)s đang ở trạng thái “%(status)s”, không cần bước này nữa.")
        messages.warning(request, sentence % {"unit": unit.name, "status": unit.get_status_display()})
        return redirect("console:unit", uuid=uuid)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unit = set_status(
                unit=unit,
                status=UnitStatus(status),
                reason=form.cleaned_data["reason"],
                by=operator,
                at=timezone.now(),
            )
        except StatusError as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("%(unit)s đã chuyển sang “%(status)s”.")
            messages.success(request, sentence % {"unit": unit.name, "status": unit.get_status_display()})
            return redirect("console:unit", uuid=uuid)
    context = {
        "here": "units",
        "unit": unit,
        "step": step_of(unit.status, status),
        "effects": effects_in_words(status),
        "form": form,
    }
    return render(request, "console/status.html", context, status=422 if form.errors else 200)
