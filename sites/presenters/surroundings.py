"""What a presenter needs besides its page: unit, menu, frame, and the moment the page is read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.http import HttpRequest
from django.utils import timezone

from sites.frame import SiteFrame
from sites.presenters.frame import build_frame
from sites.presenters.menu import Menu, current_menu
from tenants.units.context import current_site
from tenants.units.models import Unit, UnitSite


@dataclass(frozen=True, slots=True)
class Surroundings:
    """now: aware, in local time."""

    site: UnitSite
    menu: Menu
    frame: SiteFrame
    now: datetime

    @property
    def unit(self) -> Unit:
        return self.site.unit

    @property
    def today(self) -> date:
        return self.now.date()


def surroundings_of(request: HttpRequest) -> Surroundings:
    """Return the request's surroundings, worked out once. One query, seven after a change of the menu."""
    known: Surroundings | None = getattr(request, "_surroundings", None)
    if known is None:
        site, menu = current_site(), current_menu()
        known = Surroundings(site, menu, build_frame(site=site, menu=menu), timezone.localtime())
        cast(Any, request)._surroundings = known
    return known
