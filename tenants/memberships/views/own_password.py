"""A logged-in person changes the own password or address. Works in units and on the console."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from core.accounts.models import User
from core.frontend.formats import clock
from core.identity.actions.set_password import change_own_password
from core.identity.models import Identity
from core.identity.refusal import IdentityError
from core.identity.throttle import closed_until, forget_uses
from tenants.memberships.actions.change_email import ask_for_new_email
from tenants.memberships.limits import PASSWORD_TRIES
from tenants.memberships.person import person_behind
from tenants.memberships.views.forgotten import AddressForm
from tenants.memberships.views.link import PASSWORD_LENGTH, NewPasswordForm


def _old_password() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Mật khẩu đang dùng"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("Bạn chưa nhập mật khẩu đang dùng.")},
    )


class OwnPasswordForm(NewPasswordForm):
    old_password = _old_password()
    field_order = ["old_password", "new_password", "repeated"]


class OwnEmailForm(AddressForm):
    old_password = _old_password()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Địa chỉ thư mới")


@sensitive_post_parameters("old_password", "new_password", "repeated")
@sensitive_variables()
@login_required
@require_http_methods(["GET", "POST"])
def own_password(request: HttpRequest) -> HttpResponse:
    """Set a new password; the person stays logged in here and nowhere else."""
    identity = person_behind(request)
    form = OwnPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _may_try(form, identity):
        old, new = form.cleaned_data["old_password"], form.cleaned_data["new_password"]
        try:
            change_own_password(identity=identity, old=old, new=new, at=timezone.now())
        except IdentityError as refusal:
            form.add_error(None, str(refusal))
        else:
            forget_uses(PASSWORD_TRIES, sender=str(identity.uuid))
            update_session_auth_hash(request, User.objects.get(identity_uuid=identity.uuid))
            messages.success(request, _("Mật khẩu đã được đổi. Các phiên đăng nhập ở nơi khác đã kết thúc."))
            return redirect("people:own_password")
    return render(request, "identity/own_password.html", {"form": form, "person": identity})


@sensitive_post_parameters("old_password")
@sensitive_variables()
@login_required
@require_http_methods(["GET", "POST"])
def own_email(request: HttpRequest) -> HttpResponse:
    """Mail a link to the new address; the old one stays until the link is used."""
    identity = person_behind(request)
    form = OwnEmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _may_try(form, identity):
        email = form.cleaned_data["email"]
        try:
            ask_for_new_email(identity=identity, email=email, password=form.cleaned_data["old_password"])
        except IdentityError as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Một thư đã được gửi tới %(email)s. Hãy mở thư và bấm vào liên kết để xác nhận.")
            messages.success(request, sentence % {"email": email})
            return redirect("people:own_email")
    return render(request, "identity/own_email.html", {"form": form, "person": identity})


def _may_try(form: forms.Form, identity: Identity) -> bool:
    again_at = closed_until(PASSWORD_TRIES, sender=str(identity.uuid), at=timezone.now())
    if again_at is not None:
        sentence = _("Mật khẩu đã nhập nhiều lần. Hãy chờ đến %(time)s rồi thử lại.")
        form.add_error(None, sentence % {"time": clock(timezone.localtime(again_at))})
    return again_at is None
