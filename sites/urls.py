"""Public addresses of a unit's site."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from sites.views.feeds import feed
from sites.views.page import serve
from sites.views.robots import robots
from sites.views.sections import all_sections, directory

app_name = "sites"
urlpatterns = [
    path("chuyen-muc/", all_sections, name="all_sections"),
    path("danh-ba/", directory, name="directory"),
    path("robots.txt", robots, name="robots"),
    re_path(r"^(?P<path>(?:[a-z0-9-]+/)*)feed/$", feed, name="feed"),
    # In front of Wagtail's own view, whose name makes the addresses of pages.
    re_path(serve_pattern, serve, name="page"),
]
