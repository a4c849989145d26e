"""Pages of people: leaders, spokespersons, the directory of officials, the organization chart."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.names import monogram
from sites.people.chart import draw_chart
from sites.people.models import Official, OrganizationPart, PeoplePage, Shown
from sites.people.queries import officials_on, parts_on
from sites.presenters.body import BodyPresenter
from sites.presenters.meta import page_meta
from sites.presenters.phones import phone
from sites.presenters.pictures import PictureShelf
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.listing import EmptyState
from sites.viewdata.people import PartNode, PeopleGroup, PeopleView, PersonCard


def present_people(page: PeoplePage, around: Surroundings) -> Presented:
    """Return the page as of today. Three queries: officials, parts, pictures."""
    officials = list(officials_on(around.today, shows=page.shows).select_related("part"))
    is_structure = page.shows == Shown.STRUCTURE
    root = _structure(officials, around) if is_structure else None
    has_something = bool(root and root.parts) if is_structure else bool(officials)
    changed_at = page.last_published_at
    view = PeopleView(
        title=page.title,
        summary=page.summary,
        body=BodyPresenter(page.body, around.menu).blocks(),
        groups=() if is_structure else _groups(page.shows, officials, around),
        as_table=page.shows == Shown.DIRECTORY,
        root=root if has_something else None,
        chart=draw_chart(root) if root and has_something else None,
        updated_on=timezone.localtime(changed_at).date() if changed_at else None,
        empty=None if has_something else _empty(around),
    )
    return Presented("pages/people.html", replace(page_meta(page, around), modified_at=changed_at), view)


def _groups(shows: str, officials: list[Official], around: Surroundings) -> tuple[PeopleGroup, ...]:
    if shows != Shown.DIRECTORY:
        shelf = PictureShelf(one.photo_id for one in officials if one.photo_consent)
        return (PeopleGroup("", tuple(_card(one, shelf) for one in officials)),) if officials else ()
    leading = PeopleGroup(_("Ban lãnh đạo"), _plain_cards(one for one in officials if one.is_leader))
    others = [one for one in officials if not one.is_leader]
    parts = list(parts_on(around.today))
    of_parts = [PeopleGroup(part.name, _plain_cards(one for one in others if one.part_id == part.pk)) for part in parts]
    known = {part.pk for part in parts}
    rest = PeopleGroup(_("Cán bộ khác"), _plain_cards(one for one in others if one.part_id not in known))
    return tuple(group for group in (leading, *of_parts, rest) if group.people)


def _plain_cards(officials: Iterable[Official]) -> tuple[PersonCard, ...]:
    return tuple(_card(one, None) for one in officials)


def _card(one: Official, shelf: PictureShelf | None) -> PersonCard:
    picture = shelf.picture(one.photo_id, one.full_name) if shelf and one.photo_consent else None
    return PersonCard(
        anchor=f"nguoi-{one.pk}",
        name=one.full_name,
        title=one.title,
        monogram=monogram(one.full_name),
        part=one.part.name if one.part else "",
        duties=one.duties,
        phone=phone(one.phone),
        email=one.email,
        picture=picture,
    )


def _structure(officials: list[Official], around: Surroundings) -> PartNode:
    """Return the unit with its parts; whoever stands first in a part is its head."""
    heads: dict[int | None, str] = {}
    for one in officials:
        if one.is_leader or one.part_id:
            heads.setdefault(None if one.is_leader else one.part_id, f"{one.title} {one.full_name}")
    parts = list(parts_on(around.today))
    return PartNode(around.unit.name, head=heads.get(None, ""), parts=_below(None, parts, heads))


def _below(parent: int | None, parts: list[OrganizationPart], heads: dict[int | None, str]) -> tuple[PartNode, ...]:
    known = {part.pk for part in parts}
    return tuple(
        part_node(part, head=heads.get(part.pk, ""), parts=_below(part.pk, parts, heads))
        for part in parts
        if part.parent_id == parent or (parent is None and part.parent_id not in known)
    )


def part_node(part: OrganizationPart, *, head: str = "", parts: tuple[PartNode, ...] = ()) -> PartNode:
    return PartNode(part.name, head=head, duties=part.duties, phone=phone(part.phone), email=part.email, parts=parts)


def _empty(around: Surroundings) -> EmptyState:
    text = _("Trang này chưa có thông tin. Bạn gọi hoặc viết thư cho đơn vị theo địa chỉ ở cuối trang.")
    return EmptyState(text, around.frame.nav[:3])
