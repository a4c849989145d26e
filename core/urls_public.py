"""Addresses on the console's host, where the public schema is active. No Wagtail here."""

from django.urls import include, path

from core.health.views import healthz
from search.health.views import metrics
from tenants.units.importing.urls import address_space

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("quan-tri/", include("tenants.memberships.urls")),
    path("quan-tri/nhap-danh-sach/", include(address_space())),
    path("quan-tri/tim-kiem/", include("search.health.urls")),
    path("quan-tri/mau-trang/", include("sites.starter.urls")),
    path("", include("tenants.console.urls")),
]

handler404 = "tenants.console.views.errors.not_found"
