"""Registration only."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.memberships.person import roles_here
from tenants.memberships.queries import MANAGING_ROLES
from tenants.memberships.views import people


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("nguoi-dung/", people.people, name="unit_people"),
        path("nguoi-dung/moi/", people.invite, name="unit_invite"),
        path("nguoi-dung/<uuid:uuid>/", people.person, name="unit_person"),
        path("nguoi-dung/<uuid:uuid>/vai-tro/", people.change_roles, name="unit_person_roles"),
        path("nguoi-dung/<uuid:uuid>/khoa/", people.lock, name="unit_person_lock"),
        path("nguoi-dung/<uuid:uuid>/mo-khoa/", people.unlock, name="unit_person_unlock"),
        path("nguoi-dung/<uuid:uuid>/da-hoi/", people.dismiss, name="unit_person_dismiss"),
        path("nguoi-dung/<uuid:uuid>/gui-lai/", people.send_again, name="unit_person_send_again"),
    ]


class PeopleMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(roles_here(request) & MANAGING_ROLES)


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    return PeopleMenuItem(
        gettext_lazy("Người dùng"), reverse_lazy("unit_people"), name="unit-people", icon_name="group", order=600
    )


@hooks.register("construct_settings_menu")
def hide_wagtails_people(request: HttpRequest, items: list[MenuItem]) -> None:
    """Their addresses answer 404 (tenants.memberships.urls_admin)."""
    items[:] = [item for item in items if item.name not in {"users", "groups"}]


@hooks.register("register_account_menu_item")
def password_item(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("people:own_password"),
        "label": _("Đổi mật khẩu"),
        "help_text": _("Mật khẩu chung cho mọi đơn vị mà bạn làm việc."),
    }


@hooks.register("register_account_menu_item")
def email_item(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("people:own_email"),
        "label": _("Đổi địa chỉ thư"),
        "help_text": _("Địa chỉ dùng để đăng nhập và nhận thông báo."),
    }
