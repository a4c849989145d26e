from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sites.frame import Link
from sites.presenters.frame import group_sections
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.viewdata.listing import AllSectionsView
from sites.viewdata.meta import PageMeta


@require_safe
def all_sections(request: HttpRequest) -> HttpResponse:
    """Answer "Tất cả chuyên mục", the map of the site."""
    around = surroundings_of(request)
    root = around.menu.root()
    title = _("Tất cả chuyên mục")
    view = AllSectionsView(
        title=title,
        intro=_("Mọi chuyên mục của trang này, xếp theo việc bạn cần."),
        groups=group_sections([section for section in around.menu.sections_of(root) if section.in_menu]),
    )
    meta = _meta(title, f"{root.prefix}chuyen-muc/", around)
    return render(request, "pages/sections_all.html", {"frame": around.frame, "meta": meta, "view": view})


def _meta(title: str, path: str, around: Surroundings) -> PageMeta:
    home = Link(_("Trang chủ"), around.frame.home_url)
    return PageMeta(title=title, canonical_url=around.menu.origin + path, section_url=path, breadcrumb=(home,))
