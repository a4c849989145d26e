from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tenants.memberships.views.plain_page import plain_page


@plain_page
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer the console's 404; the same for what does not exist and for what is not the person's to see."""
    return render(request, "console/not_found.html", status=404)
