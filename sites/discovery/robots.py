from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sites.presenters.surroundings import surroundings_of

RULES = """User-agent: *
Disallow: /quan-tri/
Disallow: /hien-thi/
Disallow: /ket-qua/
Disallow: /tim-kiem/
Disallow: /danh-ba/danh-ba-don-vi.
Disallow: /*?in=
Disallow: /*?chia-se=

Sitemap: {origin}/sitemap.xml
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer what robots should leave alone: the admin, and addresses that only show the same page another way."""
    rules = RULES.format(origin=surroundings_of(request).menu.origin)
    return HttpResponse(rules, content_type="text/plain; charset=utf-8")
