"""Registration only."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sites.admin.menu import StaffMenuItem
from sites.disclosures.admin.views import may_disclose, school_years
from sites.disclosures.admin.viewset import PeriodPlanViewSet
from sites.presenters.menu import current_menu

hooks.register("register_admin_viewset", PeriodPlanViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [path("cong-khai/", school_years, name="school_years")]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return StaffMenuItem(
        _("Công khai"),
        "school_years",
        allowed=lambda staff: may_disclose(staff) and current_menu().find(model="disclosurespage") is not None,
        icon_name="table",
        order=41,
    )
