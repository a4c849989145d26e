"""Public addresses of a unit's site."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from sites.schedule.feed import calendar
from sites.views.feeds import feed
from sites.views.page import serve
from sites.views.register_export import register_export
from sites.views.sections import all_sections

app_name = "sites"
urlpatterns = [
    path("chuyen-muc/", all_sections, name="all_sections"),
    path("danh-ba/", include("sites.directory.urls")),
    path("", include("sites.discovery.urls")),
    re_path(r"^(?P<path>(?:[a-z0-9-]+/)*)feed/$", feed, name="feed"),
    re_path(r"^(?P<path>(?:[a-z0-9-]+/)+)xuat-excel/$", register_export, name="register_export"),
    path("gop-y/", include("sites.consultations.urls")),
    path("y-kien/", include("sites.polls.urls")),
    path("hoi-dap/", include("sites.questions.urls")),
    re_path(r"^(?P<path>(?:[a-z0-9-]+/)+)lich\.ics$", calendar, name="calendar"),
    # Wagtail sends readers of private pages here; people log in through identity only.
    path("_util/login/", RedirectView.as_view(url=settings.LOGIN_URL, query_string=True), name="log_in"),
    # In front of Wagtail's own view, whose name makes the addresses of pages; its tools below _util/ stay.
    re_path(r"^(?!_util/)((?:[\w-]+/)*)$", serve, name="page"),
]
