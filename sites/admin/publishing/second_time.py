"""A button of the page editor pressed twice, and a second tab with the same page: nothing doubled, nothing lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Revision

from sites.admin.moments import moment_near

_SET_BY_PUBLISHING = frozenset({"published_at"})


def before_edit_again(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer a second click with what the first one did; remember for `tell_of_other` what a second tab overwrites."""
    latest = page.latest_revision
    if request.method != "POST" or latest is None or not _has_not_seen(request, latest):
        return None
    if said := _done_already(request, page):
        messages.success(request, said)
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    request.overwritten_revision = latest  # type: ignore[attr-defined]
    return None


def tell_of_other(request: HttpRequest, page: Page) -> None:
    """After an edit over a version that its writer had not seen: whose that was, and that it is kept."""
    other: Revision | None = getattr(request, "overwritten_revision", None)
    if other is None:
        return
    text = _(
        "Trong lúc thầy cô sửa, %(name)s đã lưu một bản khác của bài này lúc %(time)s. Bản vừa lưu thay bản đó; "
        "bản đó vẫn còn trong lịch sử của bài."
    )
    who = other.user.get_full_name() if other.user else _("người khác")
    history = messages.button(reverse("wagtailadmin_pages:history", args=[page.pk]), _("Xem lịch sử"))
    words = {"name": who, "time": moment_near(other.created_at, now=timezone.now())}
    messages.warning(request, text % words, buttons=[history])


def _has_not_seen(request: HttpRequest, latest: Revision) -> bool:
    """Return whether the form was loaded before the latest version was stored (as Wagtail's is_out_of_date)."""
    if own := request.POST.get("overwrite_revision_id"):
        return own != str(latest.pk)
    if not (loaded := request.POST.get("loaded_revision_id")):
        return False
    return loaded != str(latest.pk) or request.POST.get("loaded_revision_created_at") != latest.created_at.isoformat()


def _done_already(request: HttpRequest, page: Any) -> str:
    """Return the sentence for a form that asks for what has happened with the same words, "" for any other."""
    said = ""
    if request.POST.get("action-submit") and page.workflow_in_progress:
        said = _("Bài đã gửi duyệt. Lần bấm sau không gửi thêm lần nữa.")
    elif request.POST.get("action-publish") and page.live and not page.has_unpublished_changes:
        said = _("Bài đã đăng. Lần bấm sau không đăng thêm lần nữa.")
    return said if said and _says_the_same(request, page) else ""


def _says_the_same(request: HttpRequest, page: Any) -> bool:
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(request.POST, request.FILES, instance=page, parent_page=page.get_parent(), for_user=request.user)
    rows = [row for formset in form.formsets.values() for row in formset.forms]
    return set(form.changed_data) <= _SET_BY_PUBLISHING and not any(row.has_changed() for row in rows)
