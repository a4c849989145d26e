"""The owners of all sections of the active unit, read once a change and asked without a query."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.core.cache import caches
from django.utils.translation import gettext as _

from sites.ownership.models import SectionOwner, Share
from tenants.units.models import Unit

KEPT_SECONDS = 24 * 3600


class Owner(NamedTuple):
    """tree_path: of the page that is owned. unit_uuid: None for what is no unit of the register. Both days included."""

    tree_path: str
    name: str
    unit_uuid: UUID | None
    share: str
    valid_from: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class OwnerBook:
    owners: tuple[Owner, ...]

    def of_page(self, tree_path: str, day: date) -> tuple[Owner, ...]:
        """Return the owners of exactly this page on `day`, those in charge first."""
        return tuple(one for one in self.owners if one.tree_path == tree_path and one.holds_on(day))

    def answering_for(self, tree_path: str, day: date) -> tuple[Owner, ...]:
        """Return the owners of the page or of the nearest page above it that has any on `day`."""
        above = [one for one in self.owners if tree_path.startswith(one.tree_path) and one.holds_on(day)]
        nearest = max((one.tree_path for one in above), key=len, default="")
        return tuple(one for one in above if one.tree_path == nearest)


def owners_at(key: str) -> OwnerBook:
    """Return the active unit's book as of a menu's key. No query when it is known, two after a change.

    key: `Menu.key`, which changes with the tree, the owners and the register.
    """
    book: OwnerBook | None = caches["local"].get(f"owners:{key}")
    if book is None:
        book = _read()
        caches["local"].set(f"owners:{key}", book, KEPT_SECONDS)
    return book


def sentence(owners: tuple[Owner, ...]) -> str:
    """Return "Chuyên mục này do Văn phòng Sở phụ trách, Trung tâm CNTT-NN phối hợp.", "" without owners."""
    lead = _names(owners, Share.LEAD)
    joint = _names(owners, Share.JOINT)
    if lead and joint:
        return _("Chuyên mục này do %(lead)s phụ trách, %(joint)s phối hợp.") % {"lead": lead, "joint": joint}
    return _("Chuyên mục này do %(lead)s phụ trách.") % {"lead": lead or joint} if owners else ""


def _names(owners: tuple[Owner, ...], share: Share) -> str:
    return "; ".join(one.name for one in owners if one.share == share)


def _read() -> OwnerBook:
    rows = list(
        SectionOwner.objects.order_by("page__path", "-share", "pk").values_list(
            "page__path", "owner", "unit_uuid", "share", "valid_from", "valid_until"
        )
    )
    linked = {row[2] for row in rows if row[2]}
    names = dict(Unit.objects.filter(uuid__in=linked).values_list("uuid", "name")) if linked else {}
    return OwnerBook(
        tuple(
            Owner(path, names.get(uuid, name) if uuid else name, uuid, share, valid_from, valid_until)
            for path, name, uuid, share, valid_from, valid_until in rows
        )
    )
