"""Who and what is shown on a day."""

from collections.abc import Collection
from datetime import date

from django.db.models import Model, QuerySet
from django.utils import timezone

from core.media.models import UnitImage
from sites.people.models.official import Official
from sites.people.models.part import OrganizationPart

LEADERS, SPOKESPERSONS, STRUCTURE, DIRECTORY = "leaders", "spokespersons", "structure", "directory"


def officials_on(day: date, *, shows: str = DIRECTORY) -> QuerySet[Official]:
    """Return the officials in office on `day` that a page of this kind shows, in their order."""
    officials: QuerySet[Official] = Official.objects.on_day(day).order_by("position", "sort_key")
    if shows == LEADERS:
        return officials.filter(is_leader=True)
    return officials.filter(is_spokesperson=True) if shows == SPOKESPERSONS else officials


def parts_on(day: date) -> QuerySet[OrganizationPart]:
    """Return the parts of the unit that exist on `day`, in their order."""
    parts: QuerySet[OrganizationPart] = OrganizationPart.objects.on_day(day).order_by("position", "name")
    return parts


def photos_shown(model: type[Model], keys: Collection[int]) -> set[int]:
    """Return those of the pictures that show somebody in office today who agreed to it. One query for pictures."""
    if model is not UnitImage:
        return set()
    officials = Official.objects.on_day(timezone.localdate()).filter(photo__in=keys, photo_consent=True)
    return set(officials.values_list("photo_id", flat=True))
