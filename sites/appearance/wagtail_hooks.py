"""Registration only."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sites.admin.menu import StaffMenuItem
from sites.appearance import keep_required
from sites.appearance.views import appearance, may_dress, show_preview
from sites.starter.start_panel import add_start_panel, put_aside

# After sites.wagtail_hooks, which takes Wagtail's own panels out.
hooks.register("construct_homepage_panels", add_start_panel, order=10)
# Before anybody is asked why a page leaves.
for _event in ("before_unpublish_page", "before_delete_page", "before_move_page"):
    hooks.register(_event, keep_required.before_leaving, order=-10)
hooks.register("before_bulk_action", keep_required.before_bulk, order=-10)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("giao-dien/", appearance, name="appearance"),
        path("giao-dien/xem-thu/", show_preview, name="appearance_preview"),
        path("bat-dau/cat/", put_aside, name="put_start_aside"),
    ]


@hooks.register("register_admin_menu_item")
def appearance_item() -> MenuItem:
    return StaffMenuItem(gettext_lazy("Giao diện"), "appearance", allowed=may_dress, icon_name="view", order=700)
