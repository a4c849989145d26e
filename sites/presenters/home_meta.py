from dataclasses import replace

from sites.models import HomePage
from sites.presenters.meta import page_meta
from sites.presenters.surroundings import Surroundings
from sites.viewdata.meta import PageMeta


def home_meta(page: HomePage, around: Surroundings) -> PageMeta:
    """Return the head of a home page: the unit's name once, in the form it chose for titles."""
    meta = page_meta(page, around)
    has_form = bool(around.menu.look.short_name) and page.title == around.unit.name
    return replace(meta, title=around.frame.site_name) if has_form else meta
