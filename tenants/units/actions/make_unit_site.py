import uuid
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core.identity.models import Identity
from tenants.units.actions.provision_site import provision_site
from tenants.units.actions.register_unit import UnitFacts, register_unit
from tenants.units.models import Unit, UnitSite
from tenants.units.models.trace import UnitTrace, UnitVerb
from tenants.units.models.unit import Palette
from tenants.units.statuses import UnitStatus


class UnitTakenError(Exception):
    """Refusal to enter a unit twice; the message is Vietnamese and fit to show to the operator."""


def make_unit(
    *,
    facts: UnitFacts,
    request_id: uuid.UUID,
    by: Identity | None,
    at: datetime,
    status: UnitStatus = UnitStatus.ACTIVE,
) -> Unit:
    """Enter a new unit in the register. Asked again with the same request_id, return the unit made the first time.

    request_id becomes the unit's uuid, so that two requests at once meet at a constraint.
    Raise UnitTakenError when the code belongs to another unit.
    """
    if made := Unit.objects.select_related("kind", "commune").filter(uuid=request_id).first():
        return made
    try:
        with transaction.atomic():
            unit = register_unit(facts=facts, by=by, at=at)
            unit.uuid, unit.status = request_id, status
            unit.save(update_fields=["uuid", "status"])
    except IntegrityError:
        if made := Unit.objects.select_related("kind", "commune").filter(uuid=request_id).first():
            return made
        raise UnitTakenError(
            _("Mã “%(code)s” đã thuộc về đơn vị khác trong danh bạ. Hãy dùng mã khác.") % {"code": facts.code}
        ) from None
    return unit


@transaction.atomic
def make_unit_site(
    *,
    unit: Unit,
    host: str,
    request_id: uuid.UUID,
    by: Identity | None,
    at: datetime,
    palette: str = Palette.CUA_TUNG,
    motto: str = "",
) -> UnitSite:
    """Make the unit's site and note in its trace who did. Asked again with the same request_id, return the first one.

    Raise ProvisionError as provision_site does.
    """
    if made := UnitSite.objects.select_related("unit__kind", "unit__commune").filter(request_id=request_id).first():
        return made
    site = provision_site(unit=unit, host=host, request_id=request_id, at=at, palette=palette, motto=motto)
    UnitTrace.objects.create(unit=unit, verb=UnitVerb.SITE_MADE, by=by, at=at, about=host)
    return site
