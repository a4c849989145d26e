"""Addresses below `/quan-tri/nhap-danh-sach/` on the console's host and in the portal's admin."""

from django.urls import URLPattern, path

from tenants.units.importing import views


def address_space() -> tuple[list[URLPattern], str]:
    """Return what include() takes. New objects each time: Wagtail puts its own guard around the ones it is given."""
    patterns = [
        path("", views.start, name="start"),
        path("mau/", views.template, name="template"),
        path("<uuid:pk>/", views.run, name="run"),
        path("<uuid:pk>/ghi/", views.write, name="write"),
        path("<uuid:pk>/can-sua/", views.problems, name="problems"),
    ]
    return patterns, "importing"
