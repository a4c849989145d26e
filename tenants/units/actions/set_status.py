from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.identity.models import Identity
from core.text.normalize import clean_text
from tenants.registry.actions.record_unit_changed import record_unit_changed
from tenants.units.hosts import raise_register_version
from tenants.units.models import Unit
from tenants.units.models.trace import UnitTrace, UnitVerb
from tenants.units.signals import unit_status_changed
from tenants.units.statuses import ARROWS, UnitStatus

REASON_LENGTH = (10, 300)


class StatusError(Exception):
    """Refusal to change a unit's status; the message is Vietnamese and fit to show to the operator."""


@transaction.atomic
def set_status(*, unit: Unit, status: UnitStatus, reason: str, by: Identity | None, at: datetime) -> Unit:
    """Move a unit to another status with all that follows: hosts, registry and search, copies on the portal.

    reason: plain text, 10–300 characters, shown on the console. by: None for a command. Asked twice for the same
    status, the second call changes nothing. Return the unit as saved. Raise StatusError for an arrow that is not in
    ARROWS or a bad reason. Costs time for every post of the unit that stands on the portal.
    """
    reason = clean_text(reason).strip()
    if not REASON_LENGTH[0] <= len(reason) <= REASON_LENGTH[1]:
        raise StatusError(
            _("Lý do cần từ %(least)s đến %(most)s ký tự. Hãy viết một câu để người sau hiểu.")
            % {"least": REASON_LENGTH[0], "most": REASON_LENGTH[1]}
        )
    # no_key: rows that name the unit are written meanwhile by those who hold the ledger rows we are about to wait for.
    unit = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("kind", "commune").get(pk=unit.pk)
    before = UnitStatus(unit.status)
    if before == status:
        return unit
    if status not in ARROWS[before]:
        raise StatusError(
            _("Đơn vị đang ở trạng thái “%(before)s” nên không chuyển sang “%(status)s” được. Hãy tải lại trang.")
            % {"before": before.label, "status": UnitStatus(status).label}
        )
    unit.status, unit.status_reason = status, reason
    unit.closed_date = timezone.localdate(at) if status == UnitStatus.CLOSED else None
    unit.save(update_fields=["status", "status_reason", "closed_date"])
    about = f"{before.label} → {UnitStatus(status).label}: {reason}"
    UnitTrace.objects.create(unit=unit, verb=UnitVerb.STATUS_CHANGED, by=by, at=at, about=about[:500])
    record_unit_changed(unit=unit, at=at)
    raise_register_version()
    unit_status_changed.send(sender=Unit, unit=unit, at=at)
    return unit
