"""Public addresses that are no pages of the tree."""

from django.urls import path, re_path

from sites.views.feeds import feed
from sites.views.robots import robots
from sites.views.sections import all_sections, directory

app_name = "sites"
urlpatterns = [
    path("chuyen-muc/", all_sections, name="all_sections"),
    path("danh-ba/", directory, name="directory"),
    path("robots.txt", robots, name="robots"),
    re_path(r"^(?P<path>(?:[a-z0-9-]+/)*)feed/$", feed, name="feed"),
]
