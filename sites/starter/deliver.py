"""What the active unit lacks of today's plan and roles, and bringing it there."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from sites.models import BasePage, HomePage, SectionPage, StandardPage
from sites.ownership.start import start_owners
from sites.starter.build import add_planned
from sites.starter.grants import give, missing_grants
from sites.starter.plans import Placed, plan_of
from tenants.units.generation import raise_generation
from tenants.units.models import Kind
from tenants.units.models.kind import SiteTemplate
from tenants.units.models.membership import Role


@dataclass(frozen=True, slots=True)
class Delivery:
    """pages: what is to be added, in plan order. orphans: planned below a page the unit no longer has.

    grants: rights that the roles' groups lack.
    """

    pages: tuple[Placed, ...]
    orphans: tuple[Placed, ...]
    grants: tuple[tuple[Role, str], ...]

    def words(self) -> list[str]:
        """Return one line for each thing, fit to show to an operator."""
        added = [
            (_("Trang cần điền: %(title)s") if placed.planned.to_fill else _("Chuyên mục, trang: %(title)s"))
            % {"title": placed.planned.title}
            for placed in self.pages
        ]
        orphans = [
            _("Không thêm “%(title)s”: đơn vị đã bỏ trang đứng trên nó.") % {"title": placed.planned.title}
            for placed in self.orphans
        ]
        counts = Counter(role for role, _name in self.grants)
        rights = [
            _("Quyền của vai trò %(role)s: thêm %(count)d") % {"role": role.label, "count": count}
            for role, count in counts.items()
        ]
        return [*added, *orphans, *rights]


def lacking(*, kind: Kind, had: Collection[str]) -> Delivery:
    """Return what the active unit lacks. had: keys it once received; what became of them since is the unit's affair.

    A page the unit made itself in the meantime counts as received. About 8 queries, and two a page that is new.
    """
    tree = _Tree(kind)
    pages: list[Placed] = []
    orphans: list[Placed] = []
    for placed in plan_of(kind):
        if placed.key in had or tree.holds(placed):
            continue
        is_below_new = any(placed.above == new.key for new in pages)
        (pages if is_below_new or tree.place(placed.above) else orphans).append(placed)
    return Delivery(tuple(pages), tuple(orphans), tuple(missing_grants()))


def deliver(delivery: Delivery, *, kind: Kind, at: datetime) -> None:
    """Add what the active unit lacks, inside the caller's transaction. Nothing that is there is touched."""
    tree = _Tree(kind)
    added: dict[str, BasePage] = {}
    for placed in delivery.pages:
        parent = added.get(placed.above) or tree.place(placed.above)
        if parent is None:
            raise LookupError(f"no page stands above {placed.key!r}")
        is_taken = Page.objects.child_of(parent).filter(slug=placed.planned.slug).exists()
        added[placed.key] = add_planned(parent, placed.planned, at=at, slug="" if is_taken else None)
    if kind.site_template == SiteTemplate.PORTAL:
        start_owners({placed.planned.slug: added[placed.key].pk for placed in delivery.pages})
    give(delivery.grants)
    if delivery.pages:
        raise_generation()


class _Tree:
    """The active unit's pages, looked at through the plan."""

    def __init__(self, kind: Kind) -> None:
        self._home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
        self._planned = {placed.key: placed for placed in plan_of(kind)}
        self._uses = Counter(_sort(placed) for placed in self._planned.values())

    def holds(self, placed: Placed) -> bool:
        """Return whether the unit has such a page, wherever it stands and whatever it is called now."""
        return self._found(placed) is not None

    def place(self, key: str) -> BasePage | None:
        """Return the page of the plan's `key`, the home page for ""; None when the unit has none."""
        return self._found(self._planned[key]) if key else self._home

    def _found(self, placed: Placed) -> BasePage | None:
        """Pages with a purpose are told by it; texts, which all are of one type, by their address."""
        model, fields = _sort(placed)
        pages: Any = model._default_manager.filter(locale=self._home.locale_id, **dict(fields))
        if not fields and (self._uses[_sort(placed)] > 1 or model in {StandardPage, SectionPage}):
            pages = pages.filter(slug=placed.planned.slug)
        found: BasePage | None = pages.order_by("path").first()
        return found


def _sort(placed: Placed) -> tuple[type[BasePage], tuple[tuple[str, str], ...]]:
    return placed.planned.page_class, tuple(sorted(placed.planned.fields.items()))
