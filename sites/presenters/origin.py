"""Where a republished post comes from: the unit as it was, and as it is today."""

from urllib.parse import quote, urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import number
from core.frontend.names import monogram
from sites.frame import Link
from sites.models import Origin, RepublishedPage
from sites.presenters.counts import kept_count
from sites.presenters.surroundings import Surroundings
from sites.viewdata.article import AboutUnit, OriginBox
from sites.viewdata.cards import UnitBadge
from tenants.units.models import Unit
from tenants.units.models.unit import Palette, SchoolLevel


def origin_box(page: RepublishedPage) -> OriginBox:
    """Return the box over the text. One query, for the name the unit has today."""
    today_name = (
        Unit.objects.filter(uuid=page.unit_uuid).values_list("name", flat=True).first() if page.unit_uuid else ""
    )
    at = page.source_published_at or page.published_at
    return OriginBox(
        unit=UnitBadge(
            name=page.unit_name,
            monogram=monogram(page.unit_name),
            palette=page.unit_palette or Palette.CUA_TUNG.value,
            place=page.commune_name,
            url=_home(page.source_url),
        ),
        date=timezone.localtime(at).date() if at else timezone.localdate(),
        original_url=page.source_url,
        note=page.editing_note,
        today_name=today_name if today_name and today_name != page.unit_name else "",
    )


def origin_note(page: RepublishedPage) -> str:
    """Return the sentence for the origins that are no unit; a quoted one names its paper in the byline's place."""
    return _("Bài của cộng tác viên, bạn đọc gửi Ban Biên tập.") if page.origin == Origin.CONTRIBUTOR else ""


def about_unit(page: RepublishedPage, around: Surroundings, *, listing: str) -> AboutUnit:
    """Return the box beside the text. One query the first time, for the number of posts this year."""
    year = around.today.year
    posts = RepublishedPage.objects.live().filter(unit_uuid=page.unit_uuid, published_at__year=year)
    count = kept_count(posts, around.menu, f"unit:{page.unit_uuid}:{year}")
    levels = ", ".join(str(SchoolLevel(level).label) for level in page.unit_levels if level in SchoolLevel.values)
    activity = _("%(count)s bài trong năm %(year)s") % {"count": number(count), "year": year}
    links = [Link(_("Bài khác của trường"), f"{listing}?don-vi={quote(page.unit_name)}")]
    if page.source_url:
        links.insert(0, Link(_("Trang của trường"), _home(page.source_url)))
    return AboutUnit(
        title=_("Về trường này") if page.unit_levels else _("Về đơn vị này"),
        facts=" · ".join(filter(None, (page.commune_name, levels, activity))),
        links=tuple(links),
    )


def _home(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else ""
