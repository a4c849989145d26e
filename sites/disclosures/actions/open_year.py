from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts.models import User
from sites.disclosures.blocks import empty_parts
from sites.disclosures.law import GENERAL, REPORT, year_words
from sites.disclosures.models import DisclosuresPage, DisclosureYearPage
from sites.disclosures.models.pages import slug_of
from tenants.units.context import current_unit
from tenants.units.models import Unit


class OpenYearError(Exception):
    """Refusal to open a school year; the message is Vietnamese and fit to show to the editor."""


@transaction.atomic
def open_year(*, section: DisclosuresPage, starts_in: int, user: User | None) -> DisclosureYearPage:
    """Make the draft of a school year from the nearest year before it, or from the register for the first one.

    Nothing is public yet: each part waits until somebody has looked at it. The report of another year is left out.
    Raise OpenYearError when the year is there.
    """
    years = DisclosureYearPage.objects.child_of(section).select_for_update()
    known = {year.starts_in: year for year in years}
    if starts_in in known:
        raise OpenYearError(_("Năm học %(year)s đã mở rồi. Hãy mở trang đó để sửa.") % {"year": year_words(starts_in)})
    before = max((year for year in known if year < starts_in), default=None)
    page = DisclosureYearPage(
        starts_in=starts_in,
        slug=slug_of(starts_in),
        parts=_carried_over(known[before]) if before else _first_parts(current_unit()),
        owner=user,
        locale=section.locale,
        live=False,
    )
    page.clean()
    section.add_child(instance=page)
    page.save_revision(user=user)
    return page


def _carried_over(page: DisclosureYearPage) -> list[dict[str, Any]]:
    """Return the parts as the newest draft has them, none of them ready."""
    draft: DisclosureYearPage = page.get_latest_revision_as_object()
    values = {block["type"]: dict(block["value"]) for block in draft.parts.raw_data}
    values[REPORT.key] = {}
    return [{**empty, "value": {**values.get(empty["type"], {}), "is_ready": False}} for empty in empty_parts()]


def _first_parts(unit: Unit) -> list[dict[str, Any]]:
    """Return empty parts; the register already knows who and where the school is."""
    above = unit.administrative_parent
    known = {
        "name": unit.name,
        "kind": unit.kind.name,
        "governing_body": above.name if above else "",
        "address": unit.address,
        "phone": unit.phone,
        "email": unit.email,
    }
    return [{**part, "value": known if part["type"] == GENERAL.key else {}} for part in empty_parts()]
