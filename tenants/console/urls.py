"""The operators' console. Everything but its front door lies below `/quan-tri/`, where a request is one transaction."""

from django.urls import path

from tenants.console.views import new_unit, queue, status, units

app_name = "console"
urlpatterns = [
    path("", units.front, name="front"),
    path("quan-tri/", units.units, name="units"),
    path("quan-tri/don-vi/<uuid:uuid>/", units.unit, name="unit"),
    path("quan-tri/don-vi/moi/", new_unit.new_unit, name="new_unit"),
    path("quan-tri/don-vi/<uuid:uuid>/trang/", new_unit.new_site, name="new_site"),
    path("quan-tri/don-vi/<uuid:uuid>/trang-thai/<slug:status>/", status.change_status, name="change_status"),
    path("quan-tri/viec-nen/", queue.queue, name="queue"),
    path("quan-tri/viec-nen/<uuid:task_id>/chay-lai/", queue.run_again, name="run_again"),
    path("quan-tri/viec-nen/tim-kiem/gui-lai/", queue.send_again, name="send_again"),
]
