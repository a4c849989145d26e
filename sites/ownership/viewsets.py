from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from sites.ownership.forms import SectionOwnerForm
from sites.ownership.models import SectionOwner


class SectionOwnerViewSet(ModelViewSet):
    """The portal's list of who owns which section, in the menu of those who may change it (sites.roles)."""

    model = SectionOwner
    name = "section_owners"
    url_prefix = "phu-trach"
    icon = "clipboard-list"
    menu_label = _("Phụ trách chuyên mục")
    menu_order = 620
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["page", "owner", "share", "valid_from", "valid_until", "legal_basis"]
    list_filter: ClassVar[list[str]] = ["share"]
    search_fields: ClassVar[list[str]] = ["owner__folded", "page__title__folded"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("page", help_text=_("Người phụ trách trông nom trang này và mọi trang bên dưới.")),
            FieldPanel("room"),
            FieldPanel("owner"),
            FieldPanel("share"),
            FieldRowPanel(
                [FieldPanel("valid_from"), FieldPanel("valid_until")],
                help_text=_("Khi đổi phòng phụ trách, hãy ghi ngày kết thúc cho dòng cũ rồi thêm dòng mới."),
            ),
            FieldPanel("legal_basis"),
        ],
        base_form_class=SectionOwnerForm,
    )
