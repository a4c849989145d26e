from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from core.media.actions.recompute_public import recompute_files
from core.media.queries import Files
from sites.people.models import Official, OrganizationPart, PeoplePage
from sites.signals import page_content_changed
from tenants.units.due import remember
from tenants.units.generation import raise_generation


def follow_people(*, photos: Iterable[int | None] = ()) -> None:
    """Make pages, search and pictures agree with the lists of people, in the transaction that changed them.

    photos: keys of pictures that somebody shows or showed until now.
    """
    touched = frozenset(photo for photo in photos if photo)
    recompute_files(files=Files(images=touched))
    raise_generation()
    for page in PeoplePage.objects.live():
        page_content_changed.send(sender=PeoplePage, instance=page)


def remember_days(row: Official | OrganizationPart) -> None:
    """Have the clock look at the unit when the row begins and when it has ended."""
    for day in (row.valid_from, row.valid_until + timedelta(days=1) if row.valid_until else None):
        if day and day > timezone.localdate():
            remember(at=_midnight(day))


def follow_changed_day(*, at: datetime) -> None:
    """Do what is due because somebody's time began or ended in the last days. Two queries when nobody's did."""
    today = timezone.localtime(at).date()
    since = today - timedelta(days=7)
    turned = Q(valid_from__range=(since, today)) | Q(valid_until__range=(since, today))
    photos = list(Official.objects.filter(turned).values_list("photo_id", flat=True))
    if photos or OrganizationPart.objects.filter(turned).exists():
        follow_people(photos=photos)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
