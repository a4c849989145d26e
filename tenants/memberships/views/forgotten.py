"""Ask for a link by e-mail, and say that an account is lost: forms that answer the same whatever address is given."""

from collections.abc import Callable
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from core.frontend.formats import clock
from core.frontend.forms import ComponentForm
from core.identity.client import address_of
from core.identity.throttle import Limit, closed_until
from tenants.memberships.limits import LINK_REQUESTS, LOST_REPORTS
from tenants.memberships.tasks import mail_lost_report, mail_reset


class AddressForm(ComponentForm):
    email = forms.EmailField(
        label=gettext_lazy("Thư điện tử của tài khoản"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Bạn chưa nhập địa chỉ thư điện tử."),
            "invalid": gettext_lazy("Địa chỉ thư này chưa đúng. Ví dụ đúng: lan@gmail.com."),
        },
    )


@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Mail a link that sets a password. Whether the address is known is found out later, by the worker."""
    return _ask(request, template="identity/forgotten.html", limit=LINK_REQUESTS, act=_enqueue_reset)


@require_http_methods(["GET", "POST"])
def report_lost(request: HttpRequest) -> HttpResponse:
    """Alert those who look after the account. Nothing is locked by a report."""
    return _ask(request, template="identity/report_lost.html", limit=LOST_REPORTS, act=_enqueue_lost)


def _ask(request: HttpRequest, *, template: str, limit: Limit, act: Callable[[str], object]) -> HttpResponse:
    form = AddressForm(request.POST or None)
    sent_to, status = "", 200
    if request.method == "POST" and form.is_valid():
        if again_at := closed_until(limit, sender=address_of(request), at=timezone.now()):
            form.add_error(None, _too_often(again_at))
            status = 429
        else:
            act(form.cleaned_data["email"])
            sent_to = form.cleaned_data["email"]
    return render(request, template, {"form": form, "sent_to": sent_to}, status=status)


def _enqueue_reset(email: str) -> None:
    mail_reset.enqueue(email=email)


def _enqueue_lost(email: str) -> None:
    mail_lost_report.enqueue(email=email)


def _too_often(again_at: datetime) -> str:
    return _("Máy này đã gửi nhiều yêu cầu trong một giờ. Hãy chờ đến %(time)s rồi gửi tiếp.") % {
        "time": clock(timezone.localtime(again_at))
    }
