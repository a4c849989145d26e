from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

RULES = """User-agent: *
Disallow: /quan-tri/
Disallow: /hien-thi/
Disallow: /tim-kiem/
Disallow: /*/xuat-excel/
Disallow: /*?in=
Disallow: /*?chia-se=
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer what robots should leave alone: the admin, and addresses that only show the same page another way."""
    return HttpResponse(RULES, content_type="text/plain; charset=utf-8")
