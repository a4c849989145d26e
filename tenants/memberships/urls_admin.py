"""Wagtail's own screens for log-in, passwords, users and groups, answered here before Wagtail sees the address.

Passwords and people belong to identities in `public`; a group changed by hand would be a role nobody granted. Its
address that fails on purpose, to try error reports out, would only fill ours.
"""

from typing import NoReturn

from django.contrib.auth.views import LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, re_path

from tenants.memberships.views.account import own_account


def _log_in(request: HttpRequest) -> HttpResponse:
    return redirect("people:log_in")


def _nothing(request: HttpRequest, **kwargs: str) -> NoReturn:
    raise Http404("this screen of Wagtail's is not used; people are managed at /quan-tri/nguoi-dung/")


urlpatterns = [
    path("login/", _log_in),
    path("logout/", LogoutView.as_view()),
    path("account/", own_account),
    path("failwhale/", _nothing),
    re_path(r"^(?:password_reset|users|groups)(?:/|$)", _nothing),
    re_path(r"^bulk/(?:accounts|auth)/", _nothing),
]
