"""Registration only."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from sites.schedule.views.add_entry import add_entry
from sites.schedule.views.copy_week import copy_week
from sites.schedule.views.import_week import import_week, template
from sites.schedule.viewsets import ScheduleWeekViewSet

register_snippet(ScheduleWeekViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("lich-cong-tac/them-viec/", add_entry, name="schedule_add_entry"),
        path("lich-cong-tac/chep-tuan/", copy_week, name="schedule_copy"),
        path("lich-cong-tac/nhap-tep/", import_week, name="schedule_import"),
        path("lich-cong-tac/nhap-tep/mau/", template, name="schedule_template"),
    ]
