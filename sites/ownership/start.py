"""The portal's first owners of sections, as the regulation has them."""

from collections.abc import Mapping

from sites.ownership.models import SectionOwner
from sites.ownership.regulation import DUTIES, LEGAL_BASIS
from tenants.units.models import Unit
from tenants.units.models.kind import Tier


def start_owners(pages: Mapping[str, int]) -> None:
    """Enter an owner for each of the new pages that the regulation names. Two queries.

    pages: slug in the starting plan → key of the page.
    A room that the register knows by the same name is linked to it; others keep their name alone.
    """
    rooms = dict(Unit.objects.filter(kind__tier=Tier.ROOM).values_list("name", "uuid"))
    SectionOwner.objects.bulk_create(
        SectionOwner(
            page_id=pages[duty.section],
            owner=duty.owner,
            unit_uuid=rooms.get(duty.owner),
            share=duty.share,
            legal_basis=LEGAL_BASIS,
            valid_from=duty.valid_from,
            valid_until=duty.valid_until,
        )
        for duty in DUTIES
        if duty.section in pages
    )
