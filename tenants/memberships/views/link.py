"""The page behind an e-mailed link. Opening it changes nothing; sending its form uses the link up."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from core.frontend.forms import ComponentForm
from core.identity.actions.set_password import PASSWORD_LINKS, set_password_by_link
from core.identity.models import LinkPurpose
from core.identity.queries import usable_link
from core.identity.refusal import IdentityError
from tenants.memberships.actions.change_email import change_email_by_link

PASSWORD_LENGTH = 200
NEW_PASSWORD_HINT = gettext_lazy("Ít nhất 14 ký tự. Một câu bốn, năm từ vừa dễ nhớ vừa khó đoán.")


class NewPasswordForm(ComponentForm):
    """The same twice, since nobody sees what is typed. The rules are the action's (core.identity.passwords)."""

    new_password = forms.CharField(
        label=gettext_lazy("Mật khẩu mới"),
        help_text=NEW_PASSWORD_HINT,
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Bạn chưa nhập mật khẩu mới.")},
    )
    repeated = forms.CharField(
        label=gettext_lazy("Nhập lại mật khẩu mới"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Bạn chưa nhập lại mật khẩu mới.")},
    )

    def clean_repeated(self) -> str:
        repeated: str = self.cleaned_data["repeated"]
        if self.cleaned_data.get("new_password", repeated) != repeated:
            raise forms.ValidationError(_("Hai lần nhập không giống nhau. Hãy nhập lại."))
        return repeated


@sensitive_post_parameters("new_password", "repeated")
@sensitive_variables()
@require_http_methods(["GET", "POST"])
def set_password(request: HttpRequest, secret: str) -> HttpResponse:
    """Set the first password or a new one."""
    try:
        link = usable_link(secret=secret, purposes=PASSWORD_LINKS, at=timezone.now())
    except IdentityError as refusal:
        return _dead(request, refusal)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_password_by_link(secret=secret, password=form.cleaned_data["new_password"], at=timezone.now())
        except IdentityError as refusal:
            form.add_error("new_password", str(refusal))
        else:
            messages.success(request, _("Mật khẩu mới đã được đặt. Bạn đăng nhập bằng mật khẩu này."))
            return redirect("people:log_in")
    context: dict[str, Any] = {
        "form": form,
        "person": link.identity,
        "is_invitation": link.purpose == LinkPurpose.INVITATION,
    }
    return render(request, "identity/set_password.html", context)


@require_http_methods(["GET", "POST"])
def confirm_email(request: HttpRequest, secret: str) -> HttpResponse:
    """Make the address the link was sent to the person's own."""
    try:
        link = usable_link(secret=secret, purposes={LinkPurpose.NEW_EMAIL}, at=timezone.now())
        if request.method == "POST":
            change_email_by_link(secret=secret, at=timezone.now())
            messages.success(request, _("Địa chỉ thư mới đã được dùng. Bạn đăng nhập bằng địa chỉ này."))
            return redirect("people:log_in")
    except IdentityError as refusal:
        return _dead(request, refusal)
    return render(request, "identity/confirm_email.html", {"email": link.email, "person": link.identity})


def _dead(request: HttpRequest, refusal: IdentityError) -> HttpResponse:
    return render(request, "identity/dead_link.html", {"reason": str(refusal)}, status=410)
