"""Registration only."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.bestbets.views import may_keep_bets
from search.explaining.views import why
from sites.admin.menu import StaffMenuItem


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    return [path("de-xuat/", include("search.bestbets.urls")), path("vi-sao/", why, name="why_found")]


@hooks.register("register_admin_menu_item")
def bets_item() -> MenuItem:
    return StaffMenuItem(gettext_lazy("Đề xuất của Sở"), "best_bets", allowed=may_keep_bets, icon_name="pick", order=46)
