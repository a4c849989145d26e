"""Addresses below /quan-tri/nhap-van-ban/."""

from django.urls import path

from sites.legal.importing import views

urlpatterns = [
    path("", views.start, name="document_imports"),
    path("mau/", views.template, name="document_import_template"),
    path("<uuid:pk>/", views.run, name="document_import"),
    path("<uuid:pk>/dang/", views.write, name="write_document_import"),
    path("<uuid:pk>/can-sua/", views.problems, name="document_import_problems"),
]
