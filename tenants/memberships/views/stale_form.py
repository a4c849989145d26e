from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tenants.memberships.views.plain_page import plain_page


@plain_page
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose CSRF token is missing or old: mostly a page left open over a log-in in another tab."""
    return render(request, "identity/stale_form.html", {"back": request.path}, status=403)
