"""`/quan-tri/dang-nhap/`, the same on every unit's host and on the console's."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.accounts.models import User
from core.frontend.forms import ComponentForm
from core.identity.models import Identity
from core.schema import active_tenant
from tenants.memberships.queries import sites_of_person
from tenants.memberships.second_step import second_step_required
from tenants.units.models import UnitSite

PASSWORD_LENGTH = 200


class LogInForm(ComponentForm):
    """One sentence for every refusal: it must not tell whether the address is known."""

    email = forms.CharField(
        label=gettext_lazy("Thư điện tử"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Bạn chưa nhập địa chỉ thư điện tử.")},
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu"),
        max_length=PASSWORD_LENGTH,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("Bạn chưa nhập mật khẩu.")},
    )

    def __init__(self, request: HttpRequest | None = None, **kwargs: Any) -> None:
        self._request = request
        self._user: User | None = None
        super().__init__(**kwargs)

    def clean(self) -> dict[str, Any] | None:
        values = self.cleaned_data
        if "email" in values and "password" in values:
            user = authenticate(self._request, email=values["email"], password=values["password"])
            if not isinstance(user, User):
                raise forms.ValidationError(
                    _(
                        "Thư điện tử hoặc mật khẩu chưa đúng, hoặc bạn không có vai trò trên trang này. "
                        "Hãy kiểm tra rồi nhập lại."
                    )
                )
            self._user = user
        return values

    def get_user(self) -> User | None:
        return self._user


class LogIn(LoginView):
    """Django's view: it checks `next`, rotates the session and hides the password from error reports."""

    template_name = "identity/log_in.html"
    authentication_form = LogInForm  # type: ignore[assignment]  # Django expects its form with a user name

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        site = active_tenant()
        if isinstance(site, UnitSite) and not site.unit.effect.may_log_in:
            return render(request, "identity/resting.html", {"unit": site.unit}, status=403)
        if request.method == "GET" and may_work_here(request):
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        identity = Identity.objects.get(uuid=form.get_user().identity_uuid)
        if second_step_required(identity):
            form.add_error(None, _("Tài khoản này cần bước xác thực thứ hai, hiện chưa dùng được ở trang này."))
            return self.form_invalid(form)
        return super().form_valid(form)

    def get_default_redirect_url(self) -> str:
        """People who serve several units choose first; everybody else lands where the work is."""
        user = self.request.user
        if not isinstance(active_tenant(), UnitSite) or not isinstance(user, User):
            return settings.LOGIN_REDIRECT_URL
        serves_several = len(sites_of_person(identity_uuid=user.identity_uuid)) > 1
        return reverse("people:my_units") if serves_several else settings.LOGIN_REDIRECT_URL

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """The admin's front page as `next` means nobody asked for a certain page."""
        asked = super().get_redirect_url()
        return "" if asked == settings.LOGIN_REDIRECT_URL else asked


def may_work_here(request: HttpRequest) -> bool:
    """Tell whether the person is logged in to something on this host, so that log-in need not ask again."""
    user = request.user
    if not isinstance(user, User):
        return False
    return user.has_perm("wagtailadmin.access_admin") if isinstance(active_tenant(), UnitSite) else True


@require_safe
def my_units(request: HttpRequest) -> HttpResponse:
    """List the units the person serves, each with the way to its own log-in: there is no single sign-on."""
    if not isinstance(request.user, User):
        return redirect("people:log_in")
    served = sites_of_person(identity_uuid=request.user.identity_uuid)
    return render(request, "identity/my_units.html", {"served": served, "start_url": settings.LOGIN_REDIRECT_URL})
