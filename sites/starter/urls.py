"""Addresses on the operators' console."""

from django.urls import path

from sites.starter.views import start, templates

app_name = "starter"
urlpatterns = [
    path("", templates, name="templates"),
    path("dua-xuong/", start, name="start"),
]
