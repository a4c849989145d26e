"""The home page as it would look, for the administrator alone."""

import secrets
from copy import copy
from dataclasses import replace
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.appearance.actions.change_appearance import Appearance
from sites.models import HomePage
from sites.presenters.frame import build_frame
from sites.presenters.menu import Look, Menu, arranged, current_menu
from sites.presenters.surroundings import Surroundings
from sites.views.page import page_response
from tenants.units.context import current_site


def preview(request: HttpRequest, *, home: HomePage, wish: Appearance) -> HttpResponse:
    """Answer the home page in a look that nobody has saved. Nothing of it is kept for other readers."""
    site = copy(current_site())
    site.palette, site.motto = wish.palette, wish.motto
    menu = _menu_as_wished(wish)
    frame = replace(
        build_frame(site=site, menu=menu),
        notice=_("Đây là bản xem thử, chưa lưu. Đóng trang này để quay lại và bấm “Lưu giao diện”."),
    )
    home.hero_image = wish.cover
    around = Surroundings(site, menu, frame, timezone.localtime())
    cast(Any, request)._surroundings = around
    cast(Any, request).is_preview = True
    return page_response(home, request)


def _menu_as_wished(wish: Appearance) -> Menu:
    """Return the menu in the wished look, under a key of its own: fragments are kept by it."""
    menu = current_menu()
    look = Look(
        logo_url=wish.logo.file.url if wish.logo else "",
        long_name=wish.long_name,
        short_name=wish.short_name,
        english_name=wish.english_name,
        section_order=wish.sections,
        block_order=wish.blocks,
        hidden_blocks=wish.hidden_blocks,
    )
    sections = (section._replace(in_menu=section.page_id not in wish.hidden_sections) for section in menu.sections)
    key = f"{menu.key}.preview-{secrets.token_hex(8)}"
    return replace(menu, key=key, look=look, sections=tuple(arranged(sections, look)))
