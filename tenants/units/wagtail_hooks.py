"""Registration only."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.memberships.person import person_behind
from tenants.units.context import current_site
from tenants.units.importing.access import may_import
from tenants.units.importing.urls import address_space


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("nhap-danh-sach/", include(address_space()))]


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        site = current_site()
        return site.is_portal and may_import(site.unit, person_behind(request))


@hooks.register("register_admin_menu_item")
def import_item() -> MenuItem:
    return ImportMenuItem(
        gettext_lazy("Nhập danh sách"),
        reverse_lazy("importing:start"),
        name="import-units",
        icon_name="upload",
        order=650,
    )
