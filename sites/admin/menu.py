"""Our entries of the sidebar, shown to those who can use them, with the number of what waits."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from sites.admin.notices.queries import unread_count
from sites.admin.staff import Staff, staff_of
from sites.legal.importing.views import may_import
from sites.topics.views import may_keep_topics

# Wagtail's reports and help answer questions that nobody at a school has.
_NOT_FOR_EDITORS = frozenset({"reports", "help"})


class StaffMenuItem(MenuItem):
    """allowed: for whom. count: what waits, shown in brackets; one query a page."""

    def __init__(
        self,
        label: Promise,
        url_name: str,
        *,
        allowed: Callable[[Staff], bool],
        count: Callable[[Staff], int] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, reverse_lazy(url_name), name=url_name.replace("_", "-"), **kwargs)
        self._allowed = allowed
        self._count = count

    def is_shown(self, request: HttpRequest) -> bool:
        return self._allowed(staff_of(request))

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        if self._count and (waiting := self._count(staff_of(request))):
            component.label = _("%(label)s (%(count)d)") % {"label": self.label, "count": waiting}
        return component


def compose_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Viết bài"),
        "compose",
        allowed=lambda staff: bool(staff.roles),
        icon_name="edit",
        order=10,
    )


def sent_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Bài đã gửi Sở"),
        "sent_posts",
        allowed=lambda staff: bool(staff.roles) and not staff.is_portal,
        icon_name="mail",
        order=20,
    )


def desk_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Bàn biên tập"),
        "desk",
        allowed=lambda staff: staff.reads_the_desk or staff.sits_on_the_board,
        icon_name="clipboard-list",
        order=20,
    )


def documents_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Nhập văn bản"), "document_imports", allowed=may_import, icon_name="upload", order=40
    )


def topics_item() -> MenuItem:
    return StaffMenuItem(gettext_lazy("Chủ đề"), "topics", allowed=may_keep_topics, icon_name="tag", order=45)


def notices_item() -> MenuItem:
    return StaffMenuItem(
        gettext_lazy("Thông báo"),
        "notices",
        allowed=lambda staff: bool(staff.roles),
        count=unread_count,
        icon_name="info-circle",
        order=30,
    )


def tidy(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out what only a developer or administrator would open."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in _NOT_FOR_EDITORS]
