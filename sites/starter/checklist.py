""" "Bắt đầu": what a new site still needs, found in its data; each line ticks itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.admin.staff import Staff
from sites.frame import Link
from sites.models import ArticlePage, HomePage, StandardPage
from sites.people.models import ContactPage
from sites.people.queries import LEADERS, officials_on
from sites.starter.first_things import first_things
from sites.starter.plans import plan_of
from tenants.units.context import current_unit
from tenants.units.models import Role

# Whoever answers for the site as a whole.
STARTERS = frozenset({Role.APPROVER, Role.ADMINISTRATOR, Role.EDITOR, Role.OFFICE, Role.BOARD_HEAD})
MAY_PUT_ASIDE = frozenset({Role.APPROVER, Role.ADMINISTRATOR, Role.OFFICE, Role.BOARD_HEAD})


@dataclass(frozen=True, slots=True)
class Step:
    """text: what to do. place: where it is done."""

    text: str
    place: Link
    is_done: bool


def steps_for(staff: Staff) -> list[Step]:
    """Return the lines for this person; none once everything is done or somebody has put the list aside.

    Three queries. Lines that only the administrator can do are left out for others.
    """
    if not staff.roles & STARTERS:
        return []
    known = _look()
    if known is None or known.is_start_put_aside:
        return []
    steps = [*_of_administrator(staff, known), *_of_everybody(known), *_pages_to_fill()]
    return [] if all(step.is_done for step in steps) else steps


def _look() -> Any:
    """Return the home page with what the list asks about; None without one. One query."""
    homes: Any = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    contacts = ContactPage.objects.live().filter(locale=OuterRef("locale"))
    firsts = first_things()
    sections = {
        f"{first.name}_pk": first.section.filter(locale=OuterRef("locale")).values("pk")[:1] for first in firsts
    }
    return homes.annotate(
        contact_pk=contacts.values("pk")[:1],
        office_hours=contacts.values("office_hours")[:1],
        has_leader=Exists(officials_on(timezone.localdate(), shows=LEADERS)),
        has_post=Exists(ArticlePage.objects.live()),
        **sections,
        **{f"has_{first.name}": Exists(first.things) for first in firsts},
    ).first()


def _of_administrator(staff: Staff, known: Any) -> Iterator[Step]:
    if Role.ADMINISTRATOR not in staff.roles:
        return
    place = Link(_("Mở Giao diện"), reverse("appearance"))
    yield Step(_("Chọn biểu trưng của đơn vị."), place, bool(known.logo_id))
    if current_unit().kind.site_template == "school":
        yield Step(_("Chọn ảnh lớn ở đầu trang chủ."), place, bool(known.hero_image_id))


def _of_everybody(known: Any) -> Iterator[Step]:
    if known.contact_pk:
        place = Link(_("Mở trang Liên hệ"), _edit(known.contact_pk))
        yield Step(_("Ghi giờ làm việc ở trang Liên hệ."), place, bool(known.office_hours))
    yield Step(
        _("Ghi họ tên, chức vụ, số máy công vụ của lãnh đạo."),
        Link(_("Thêm lãnh đạo"), reverse("officials:add")),
        known.has_leader,
    )
    yield Step(_("Đăng bài đầu tiên."), Link(_("Viết bài"), reverse("compose")), known.has_post)
    for first in first_things():
        if section_pk := getattr(known, f"{first.name}_pk"):
            yield Step(first.text, Link(first.button, first.address(section_pk)), getattr(known, f"has_{first.name}"))


def _pages_to_fill() -> Iterator[Step]:
    """Yield a line for each page that waited as a draft and still exists. One query."""
    wanted = {placed.key: placed.planned for placed in plan_of(current_unit().kind) if placed.planned.to_fill}
    pages = StandardPage.objects.filter(slug__in={planned.slug for planned in wanted.values()}).order_by("path")
    for page in pages:
        if page.url_path.strip("/").partition("/")[2] in wanted:
            words = _("Viết trang “%(title)s”.") % {"title": page.draft_title}
            yield Step(words, Link(_("Mở trang để viết"), _edit(page.pk)), page.live)


def _edit(pk: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])
