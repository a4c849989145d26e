"""Addresses of a unit's site. One urlconf serves every unit; the middleware has chosen the schema before it is read."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns: list[URLPattern | URLResolver] = [
    # Before Wagtail's: its own screens for log-in, passwords, users and groups are shadowed there.
    path("quan-tri/", include("tenants.memberships.urls")),
    path("quan-tri/", include("tenants.memberships.urls_admin")),
    path("quan-tri/", include("sites.admin.urls_before")),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("tep/", include("core.media.urls")),
    path("hien-thi/", include("core.frontend.urls")),
    path("tim-kiem/", include("search.urls")),
    path("api/", include("sites.api.urls")),
    path("ket-qua/", include("sites.lookup.urls")),
]
# Vietnamese pages have no prefix, English ones live under /en/.
urlpatterns += i18n_patterns(
    path("", include("sites.urls")), path("", include(wagtail_urls)), prefix_default_language=False
)

handler404 = "sites.views.errors.not_found"
handler500 = "sites.views.errors.server_error"
