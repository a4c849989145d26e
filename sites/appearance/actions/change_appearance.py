from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from core.accounts.models import User
from core.media.actions.obstacles import publication_obstacles
from core.media.models import UnitImage
from sites.appearance.blocks import HOME_BLOCKS
from sites.frame import SiteKind
from sites.models import HomePage
from sites.presenters.menu import Section
from tenants.units.actions.change_face import change_face
from tenants.units.context import current_site
from tenants.units.generation import raise_generation
from tenants.units.models.unit import Palette


class AppearanceError(Exception):
    """Refusal of a look; the messages are Vietnamese and fit to show to the administrator."""

    def __init__(self, refusals: list[str]) -> None:
        super().__init__(" ".join(refusals))
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class Appearance:
    """A whole look. sections: keys of the pages below the home page in menu order; blocks: names, in their order."""

    palette: Palette
    motto: str
    logo: UnitImage | None
    cover: UnitImage | None
    long_name: str
    short_name: str
    english_name: str
    sections: tuple[int, ...]
    hidden_sections: frozenset[int]
    blocks: tuple[str, ...]
    hidden_blocks: frozenset[str]


def refusals_of(wish: Appearance, *, kind: SiteKind, sections: Iterable[Section]) -> list[str]:
    """Return why the unit may not look like this, each as a sentence; an empty list: it may. One query for pictures."""
    pictures = [image for image in (wish.logo, wish.cover) if image]
    template = current_site().unit.kind.site_template
    for section in sections:
        if section.page_id in wish.hidden_sections and (ground := section.ground_on(template)):
            words = _("Chuyên mục “%(title)s” phải luôn hiện theo %(ground)s.")
            return [*publication_obstacles(pictures), words % {"title": section.title, "ground": ground}]
    fixed = [block.label for block in HOME_BLOCKS[kind] if block.reason and block.name in wish.hidden_blocks]
    words = _("Khối “%(title)s” phải luôn hiện trên trang chủ.")
    return [*publication_obstacles(pictures), *(words % {"title": title} for title in fixed)]


@transaction.atomic
def change_appearance(*, wish: Appearance, kind: SiteKind, sections: Iterable[Section], user: User) -> None:
    """Give the active unit this look, at once and for every reader.

    kind: of its home page. sections: those of the default language. Raise AppearanceError when the law or the answer
    about faces in a picture forbids it; nothing has changed then.
    """
    if refusals := refusals_of(wish, kind=kind, sections=sections):
        raise AppearanceError(refusals)
    for home in HomePage.objects.select_for_update(of=("self",)).order_by("pk"):
        _dress(home, wish)
        if home.locale.language_code == settings.LANGUAGE_CODE:
            _show_sections(wish)
            log(instance=home, action="wagtail.edit", user=user, data={"look": True})
    change_face(site=current_site(), palette=wish.palette, motto=wish.motto)
    raise_generation()


def _dress(home: HomePage, wish: Appearance) -> None:
    home.logo, home.hero_image = wish.logo, wish.cover
    home.long_name, home.short_name, home.english_name = wish.long_name, wish.short_name, wish.english_name
    home.section_order, home.block_order = list(wish.sections), list(wish.blocks)
    home.hidden_blocks = sorted(wish.hidden_blocks)
    home.save()


def _show_sections(wish: Appearance) -> None:
    """Set the pages' own tick for the menu, in what is live and in the drafts that may be published over it."""
    for page in Page.objects.filter(pk__in=wish.sections):
        is_shown = page.pk not in wish.hidden_sections
        if page.show_in_menus == is_shown:
            continue
        Page.objects.filter(pk=page.pk).update(show_in_menus=is_shown)
        for revision in Revision.page_revisions.filter(object_id=str(page.pk), pk__gte=page.live_revision_id or 0):
            revision.content |= {"show_in_menus": is_shown}
            revision.save(update_fields=["content"])
