"""Registration only."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.querylog.views import may_read_report
from sites.admin.menu import StaffMenuItem


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("nguoi-doc-tim-gi/", include("search.querylog.urls"))]


@hooks.register("register_admin_menu_item")
def report_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Người đọc tìm gì"), "asked_queries", allowed=may_read_report, icon_name="search", order=48
    )
