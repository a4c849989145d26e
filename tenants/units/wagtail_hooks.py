"""Registration only."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.memberships.person import roles_here
from tenants.units.context import current_site
from tenants.units.importing.access import IMPORTING_ROLES
from tenants.units.importing.urls import address_space


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("nhap-danh-sach/", include(address_space()))]


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return current_site().is_portal and bool(roles_here(request) & IMPORTING_ROLES)


@hooks.register("register_admin_menu_item")
def import_item() -> MenuItem:
    return ImportMenuItem(
        gettext_lazy("Nhập danh sách"),
        reverse_lazy("importing:start"),
        name="import-units",
        icon_name="upload",
        order=650,
    )
