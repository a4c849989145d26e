from typing import Any, ClassVar

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from sites.polls.models import Opinion


class OpinionViewSet(ModelViewSet):
    """Wagtail's list of opinions, to read and to take away as a spreadsheet. Nobody changes what a citizen wrote."""

    model = Opinion
    name = "opinions"
    url_prefix = "y-kien"
    icon = "comment"
    menu_label = _("Ý kiến, thăm dò")
    menu_order = 37
    add_to_admin_menu = True
    list_display: ClassVar[list[Any]] = [
        TitleColumn("heading", label=_("Ý kiến"), url_name="opinions:inspect"),
        Column("page", label=_("Thăm dò"), accessor="page.title"),
        DateColumn("received_date", label=_("Ngày nhận"), sort_key="received_date"),
    ]
    list_filter: ClassVar[list[str]] = ["page"]
    list_export: ClassVar[list[str]] = ["page.title", "received_date", "text"]
    export_headings: ClassVar[dict[str, Any]] = {
        "page.title": _("Thăm dò"),
        "received_date": _("Ngày nhận"),
        "text": _("Ý kiến"),
    }
    search_fields: ClassVar[list[str]] = ["text__folded"]
    search_backend_name = None
    ordering = ("-received_date", "-pk")
    inspect_view_enabled = True
    inspect_view_fields: ClassVar[list[str]] = ["page", "received_date", "text"]
    exclude_form_fields: ClassVar[list[str]] = []
    copy_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
        ]
