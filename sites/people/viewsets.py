from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from sites.people.forms import OfficialForm
from sites.people.models import Official, OrganizationPart

_DAYS = FieldRowPanel(
    [FieldPanel("valid_from"), FieldPanel("valid_until")],
    heading=_("Thời gian"),
    help_text=_("Ai thôi giữ chức, bộ phận nào giải thể thì ghi ngày cuối cùng; đừng xóa, để còn tra cứu về sau."),
)


class OfficialViewSet(ModelViewSet):
    model = Official
    name = "officials"
    url_prefix = "can-bo"
    icon = "user"
    menu_label = _("Lãnh đạo và cán bộ")
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["full_name", "title", "part", "valid_from", "valid_until"]
    list_filter: ClassVar[list[str]] = ["part", "is_leader", "is_spokesperson"]
    search_fields: ClassVar[list[str]] = ["full_name__folded", "title__folded"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("full_name"),
            FieldPanel("title"),
            FieldPanel("part"),
            MultiFieldPanel([FieldPanel("is_leader"), FieldPanel("is_spokesperson")], heading=_("Hiện ở trang nào")),
            FieldPanel("duties"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")], heading=_("Liên hệ công vụ")),
            MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_consent")], heading=_("Ảnh chân dung")),
            FieldPanel("position"),
            _DAYS,
        ],
        base_form_class=OfficialForm,
    )


class OrganizationPartViewSet(ModelViewSet):
    model = OrganizationPart
    name = "organization_parts"
    url_prefix = "bo-phan"
    icon = "list-ul"
    menu_label = _("Cơ cấu tổ chức")
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["name", "parent", "phone", "valid_from", "valid_until"]
    search_fields: ClassVar[list[str]] = ["name__folded"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("parent"),
            FieldPanel("duties"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")], heading=_("Liên hệ công vụ")),
            FieldPanel("position"),
            _DAYS,
        ]
    )


class PeopleViewSets(ViewSetGroup):
    """The unit's people and parts, in the menu of those who may change them (sites.roles)."""

    menu_label = _("Con người, tổ chức")
    menu_icon = "group"
    menu_order = 300
    items: ClassVar[tuple[type[ModelViewSet], ...]] = (OfficialViewSet, OrganizationPartViewSet)
