"""Registration only."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from search.vocabulary import audit
from search.vocabulary.views import may_keep_synonyms
from sites.admin.menu import StaffMenuItem


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("tu-dong-nghia/", include("search.vocabulary.urls"))]


@hooks.register("register_admin_menu_item")
def synonyms_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Từ đồng nghĩa"), "synonyms", allowed=may_keep_synonyms, icon_name="openquote", order=47
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    audit.register(actions)
