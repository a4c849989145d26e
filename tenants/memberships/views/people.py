"""`/quan-tri/nguoi-dung/`: who works in this unit, in which role. For its approvers and administrators."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.identity.models import Identity
from core.identity.refusal import IdentityError
from tenants.memberships.actions.invite import invite_again, invite_person
from tenants.memberships.actions.lock_person import dismiss_lost_report, lock_person, unlock_person
from tenants.memberships.actions.set_roles import set_roles
from tenants.memberships.forms import InviteForm, LockForm, RolesForm
from tenants.memberships.people import people_of, traces_in
from tenants.memberships.permissions import Manager, manager_in
from tenants.memberships.person import person_behind
from tenants.memberships.queries import open_memberships
from tenants.memberships.refusal import MembershipError
from tenants.units.context import current_unit

View = Callable[..., HttpResponseBase]
REFUSALS = (MembershipError, IdentityError)


def for_managers(view: View) -> View:
    """Hand the view what the person may do; others read whom to ask."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        manager = manager_in(current_unit(), person_behind(request))
        if not manager.may_manage:
            text = _("Vai trò của thầy cô chưa được làm việc này. Hãy nhờ người duyệt hoặc quản trị của đơn vị.")
            return _page(request, "admin/refused.html", _("Không mở được trang này"), status=403, text=text)
        return view(request, manager, *args, **kwargs)

    return guarded


@require_safe
@for_managers
def people(request: HttpRequest, manager: Manager) -> HttpResponseBase:
    return _page(request, "identity/people/list.html", _("Người dùng"), people=people_of(manager.unit), manager=manager)


@require_http_methods(["GET", "POST"])
@for_managers
def invite(request: HttpRequest, manager: Manager) -> HttpResponseBase:
    form = InviteForm(request.POST or None, manager=manager)
    if request.method == "POST" and form.is_valid():
        try:
            invite_person(manager=manager, at=timezone.now(), **form.cleaned_data)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Thư mời đang được gửi tới %(email)s.")
            messages.success(request, sentence % {"email": form.cleaned_data["email"]})
            return redirect("unit_people")
    return _page(request, "identity/people/invite.html", _("Mời người mới"), is_below_list=True, form=form)


@require_safe
@for_managers
def person(request: HttpRequest, manager: Manager, uuid: UUID) -> HttpResponseBase:
    identity = _of_this_unit(manager, uuid)
    return _person_page(request, manager, identity, RolesForm(manager=manager, held=_held(manager, identity)))


@require_POST
@for_managers
def change_roles(request: HttpRequest, manager: Manager, uuid: UUID) -> HttpResponseBase:
    identity = _of_this_unit(manager, uuid)
    form = RolesForm(request.POST, manager=manager, held=_held(manager, identity))
    if form.is_valid():
        chosen = form.cleaned_data
        try:
            set_roles(
                manager=manager,
                identity=identity,
                roles=chosen["roles"],
                room=chosen.get("room"),
                at=timezone.now(),
            )
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, identity, _("Vai trò của %(name)s đã được lưu."))
    return _person_page(request, manager, identity, form)


@require_POST
@for_managers
def lock(request: HttpRequest, manager: Manager, uuid: UUID) -> HttpResponseBase:
    identity = _of_this_unit(manager, uuid)
    form = LockForm(request.POST)
    if not form.is_valid():
        roles = RolesForm(manager=manager, held=_held(manager, identity))
        return _person_page(request, manager, identity, roles, lock_form=form)
    reason = form.cleaned_data["reason"]
    return _try(
        request,
        identity,
        lambda: lock_person(manager=manager, identity=identity, reason=reason, at=timezone.now()),
        _("Tài khoản của %(name)s đã khóa. Mọi phiên đăng nhập đã kết thúc."),
    )


@require_POST
@for_managers
def unlock(request: HttpRequest, manager: Manager, uuid: UUID) -> HttpResponseBase:
    identity = _of_this_unit(manager, uuid)
    return _try(
        request,
        identity,
        lambda: unlock_person(manager=manager, identity=identity, at=timezone.now()),
        _("Tài khoản của %(name)s đã mở khóa."),
    )


@require_POST
@for_managers
def dismiss(request: HttpRequest, manager: Manager, uuid: UUID) -> HttpResponseBase:
    identity = _of_this_unit(manager, uuid)
    return _try(
        request,
        identity,
        lambda: dismiss_lost_report(manager=manager, identity=identity, at=timezone.now()),
        _("Đã ghi nhận: tài khoản của %(name)s vẫn an toàn."),
    )


@require_POST
@for_managers
def send_again(request: HttpRequest, manager: Manager, uuid: UUID) -> HttpResponseBase:
    identity = _of_this_unit(manager, uuid)
    return _try(
        request,
        identity,
        lambda: invite_again(manager=manager, identity=identity),
        _("Một thư có liên kết đặt mật khẩu đang được gửi tới %(email)s."),
    )


def _of_this_unit(manager: Manager, uuid: UUID) -> Identity:
    """People of other units answer 404, like people who do not exist."""
    here = open_memberships().filter(unit=manager.unit).values("identity")
    return get_object_or_404(Identity, uuid=uuid, pk__in=here)


def _held(manager: Manager, identity: Identity) -> list[Any]:
    return list(open_memberships().filter(unit=manager.unit, identity=identity))


def _try(request: HttpRequest, identity: Identity, act: Callable[[], object], sentence: str) -> HttpResponseBase:
    try:
        act()
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect("unit_person", uuid=identity.uuid)
    return _done(request, identity, sentence)


def _done(request: HttpRequest, identity: Identity, sentence: str) -> HttpResponseBase:
    messages.success(request, sentence % {"name": identity.full_name, "email": identity.email})
    return redirect("unit_people")


def _person_page(
    request: HttpRequest, manager: Manager, identity: Identity, form: RolesForm, lock_form: LockForm | None = None
) -> TemplateResponse:
    return _page(
        request,
        "identity/people/person.html",
        identity.full_name,
        is_below_list=True,
        person=identity,
        form=form,
        lock_form=lock_form or LockForm(),
        may_change=manager.may_change(identity),
        may_lock=manager.may_lock(identity),
        may_unlock=manager.may_unlock(identity),
        traces=traces_in(manager.unit, identity),
    )


def _page(
    request: HttpRequest, template: str, title: str, *, status: int = 200, is_below_list: bool = False, **context: Any
) -> TemplateResponse:
    back = {"url": "/quan-tri/nguoi-dung/", "title": _("Người dùng")} if is_below_list else None
    return TemplateResponse(request, template, {"title": title, "back": back, **context}, status=status)
