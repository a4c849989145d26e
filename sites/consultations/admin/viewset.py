from typing import Any, ClassVar

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from sites.consultations.models import ReceivedComment


class CommentViewSet(ModelViewSet):
    """Wagtail's list of comments, to read and to take away as a spreadsheet. Nobody changes what a citizen wrote."""

    model = ReceivedComment
    name = "comments"
    url_prefix = "gop-y"
    icon = "comment"
    menu_label = _("Góp ý dự thảo")
    menu_order = 36
    add_to_admin_menu = True
    list_display: ClassVar[list[Any]] = [
        TitleColumn("heading", label=_("Ý kiến"), url_name="comments:inspect"),
        Column("page", label=_("Dự thảo"), accessor="page.title"),
        DateColumn("received_at", label=_("Nhận lúc"), sort_key="received_at"),
    ]
    list_filter: ClassVar[list[str]] = ["page"]
    list_export: ClassVar[list[str]] = ["page.title", "received_at", "text", "full_name", "contact"]
    export_headings: ClassVar[dict[str, Any]] = {
        "page.title": _("Dự thảo"),
        "received_at": _("Nhận lúc"),
        "text": _("Ý kiến"),
        "full_name": _("Họ và tên"),
        "contact": _("Liên hệ"),
    }
    search_fields: ClassVar[list[str]] = ["text__folded"]
    search_backend_name = None
    ordering = ("-received_at",)
    inspect_view_enabled = True
    inspect_view_fields: ClassVar[list[str]] = ["page", "received_at", "text", "full_name", "contact", "erase_date"]
    exclude_form_fields: ClassVar[list[str]] = []
    copy_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
        ]
