from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from sites.frame import Link
from sites.presenters.frame import group_sections
from sites.presenters.menu import Menu
from sites.presenters.stories import without_private
from sites.presenters.surroundings import surroundings_of
from sites.viewdata.listing import AllSectionsView, MapGroup, MapItem
from sites.viewdata.meta import PageMeta

# Pages that stand; what is published day by day is found in its section's list.
_STANDING = ("sectionpage", "standardpage", "peoplepage")
MOST_PAGES = 500


@require_safe
def all_sections(request: HttpRequest) -> HttpResponse:
    """Answer "Tất cả chuyên mục", the map of the site: sections in groups, with the standing pages below. One query."""
    around = surroundings_of(request)
    root = around.menu.root()
    title = _("Tất cả chuyên mục")
    below = _pages_below_sections(around.menu)
    groups = group_sections([section for section in around.menu.sections_of(root) if section.in_menu])
    view = AllSectionsView(
        title=title,
        intro=_("Sơ đồ của trang này: mọi chuyên mục, xếp theo việc bạn cần, và các trang bên trong."),
        groups=tuple(
            MapGroup(
                group.title,
                tuple(MapItem(link.title, link.url, tuple(below.get(link.url, ()))) for link in group.items),
            )
            for group in groups
        ),
    )
    path = f"{root.prefix}chuyen-muc/"
    home = Link(_("Trang chủ"), around.frame.home_url)
    meta = PageMeta(
        title=title,
        canonical_url=around.menu.origin + path,
        section_url=path,
        breadcrumb=(home,),
        translation_url=f"{around.frame.other_language.url}chuyen-muc/" if around.frame.other_language else "",
    )
    return render(request, "pages/sections_all.html", {"frame": around.frame, "meta": meta, "view": view})


def _pages_below_sections(menu: Menu) -> dict[str, list[Link]]:
    """Return address of a section → the pages right below it that stand there or were put into the menu."""
    root = menu.root()
    pages = Page.objects.live().filter(
        Q(show_in_menus=True) | Q(content_type__model__in=_STANDING),
        path__startswith=root.tree_path,
        depth=len(root.tree_path) // Page.steplen + 2,
    )
    found: dict[str, list[Link]] = {}
    rows = without_private(pages, menu).order_by("path").values_list("path", "title", "url_path")
    for path, title, url_path in rows[:MOST_PAGES]:
        if section := menu.section_above(path):
            found.setdefault(section.url, []).append(Link(title, menu.address(url_path)))
    return found
