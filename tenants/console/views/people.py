"""`/quan-tri/nguoi-dung/`: everybody in the network, and what an operator may do about an account."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.identity.models import Identity
from core.identity.refusal import IdentityError
from tenants.console.access import for_operators
from tenants.console.pager import PAGE_FIELD, pager_of
from tenants.console.queries import PeopleFilter, find_people, read_people
from tenants.console.views.units import WORDS_LENGTH, find_unit
from tenants.memberships.actions.invite import invite_person
from tenants.memberships.actions.lock_person import lock_by_operator, unlock_by_operator
from tenants.memberships.actions.set_roles import set_roles
from tenants.memberships.forms import InviteForm, LockForm, RolesForm
from tenants.memberships.people import Person
from tenants.memberships.permissions import Manager
from tenants.memberships.queries import open_memberships
from tenants.memberships.refusal import MembershipError
from tenants.memberships.tasks import mail_reset
from tenants.units.models import Unit

PAGE_SIZE = 50
TRACES_SHOWN = 100
REFUSALS = (MembershipError, IdentityError)


@require_safe
@for_operators
def people(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    wanted = PeopleFilter(
        words=request.GET.get("q", "").replace("\0", "").strip()[:WORDS_LENGTH],
        only_reported="bao-mat" in request.GET,
    )
    page = Paginator(find_people(wanted), PAGE_SIZE).get_page(request.GET.get(PAGE_FIELD))
    context = {
        "here": "people",
        "people": [Person(identity) for identity in read_people(list(page))],
        "count": page.paginator.count,
        "pager": pager_of(page, request.GET),
        "wanted": wanted,
    }
    return render(request, "console/people.html", context)


@require_safe
@for_operators
def person(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    return _person_page(request, operator, get_object_or_404(Identity, uuid=uuid), LockForm())


@require_POST
@for_operators
def lock(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    identity = get_object_or_404(Identity, uuid=uuid)
    form = LockForm(request.POST)
    if not form.is_valid():
        return _person_page(request, operator, identity, form)
    reason = form.cleaned_data["reason"]
    return _try(
        request,
        identity,
        lambda: lock_by_operator(operator=operator, identity=identity, reason=reason, at=timezone.now()),
        _("Tài khoản của %(name)s đã khóa. Mọi phiên đăng nhập đã kết thúc."),
    )


@require_POST
@for_operators
def unlock(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    identity = get_object_or_404(Identity, uuid=uuid)
    return _try(
        request,
        identity,
        lambda: unlock_by_operator(operator=operator, identity=identity, at=timezone.now()),
        _("Tài khoản của %(name)s đã mở khóa, báo mất đã được xem."),
    )


@require_POST
@for_operators
def send_link(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    identity = get_object_or_404(Identity, uuid=uuid)
    return _try(
        request,
        identity,
        lambda: mail_reset.enqueue(email=identity.email),
        _("Một thư có liên kết đặt mật khẩu đang được gửi tới %(email)s."),
    )


@require_http_methods(["GET", "POST"])
@for_operators
def invite(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    """Give somebody roles in a unit, known to the network or not."""
    unit = find_unit(uuid)
    manager = _manager(operator, unit)
    form = InviteForm(request.POST or None, manager=manager)
    if request.method == "POST" and form.is_valid():
        try:
            invite_person(manager=manager, at=timezone.now(), **form.cleaned_data)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Thư mời đang được gửi tới %(email)s.")
            messages.success(request, sentence % {"email": form.cleaned_data["email"]})
            return redirect("console:unit", uuid=uuid)
    context = {"here": "units", "unit": unit, "form": form}
    return render(request, "console/invite.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@for_operators
def roles(request: HttpRequest, operator: Identity, uuid: UUID, person_uuid: UUID) -> HttpResponseBase:
    """What one person does in one unit; without any role the person leaves it."""
    unit, identity = find_unit(uuid), get_object_or_404(Identity, uuid=person_uuid)
    manager = _manager(operator, unit)
    held = list(open_memberships().filter(unit=unit, identity=identity))
    form = RolesForm(request.POST if request.method == "POST" else None, manager=manager, held=held)
    if request.method == "POST" and form.is_valid():
        chosen: dict[str, Any] = {"roles": form.cleaned_data["roles"], "room": form.cleaned_data.get("room")}
        try:
            set_roles(manager=manager, identity=identity, at=timezone.now(), **chosen)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Vai trò của %(name)s đã được lưu.") % {"name": identity.full_name}
            messages.success(request, sentence)
            return redirect("console:unit", uuid=uuid)
    context = {"here": "units", "unit": unit, "person": identity, "form": form}
    return render(request, "console/roles.html", context, status=422 if form.errors else 200)


def _manager(operator: Identity, unit: Unit) -> Manager:
    return Manager(identity=operator, unit=unit, roles=frozenset(), is_operator=True)


def _person_page(request: HttpRequest, operator: Identity, identity: Identity, form: LockForm) -> HttpResponseBase:
    memberships = open_memberships().filter(identity=identity).select_related("unit", "room")
    context = {
        "here": "people",
        "shown": Person(identity),
        "memberships": list(memberships.order_by("unit__sort_key", "role")),
        "traces": list(identity.traces.select_related("by")[:TRACES_SHOWN]),
        "form": form,
        "is_self": identity.pk == operator.pk,
    }
    return render(request, "console/person.html", context, status=422 if form.errors else 200)


def _try(request: HttpRequest, identity: Identity, act: Callable[[], object], sentence: str) -> HttpResponseBase:
    try:
        act()
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, sentence % {"name": identity.full_name, "email": identity.email})
    return redirect("console:person", uuid=identity.uuid)
