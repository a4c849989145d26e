"""Addresses under `/hien-thi/`."""

from django.urls import path

from core.frontend.views import choose_display

app_name = "frontend"
urlpatterns = [path("", choose_display, name="display")]
