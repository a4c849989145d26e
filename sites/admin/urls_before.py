"""Wagtail's addresses that are answered here before Wagtail sees them."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from sites.admin.take_down.privacy import ask_for_privacy

urlpatterns = [path("pages/<int:page_id>/privacy/", require_admin_access(ask_for_privacy), name="ask_for_privacy")]
