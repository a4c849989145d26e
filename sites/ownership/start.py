"""The portal's first owners of sections, as the regulation has them."""

from sites.models import HomePage
from sites.ownership.models import SectionOwner
from sites.ownership.regulation import DUTIES, LEGAL_BASIS
from tenants.units.models import Unit
from tenants.units.models.kind import Tier


def start_owners(home: HomePage) -> None:
    """Enter an owner for each page below `home` that the regulation names. Three queries.

    A room that the register knows by the same name is linked to it; others keep their name alone.
    """
    pages = dict(home.get_descendants().values_list("slug", "pk"))
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
