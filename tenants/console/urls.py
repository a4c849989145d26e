"""The operators' console. Everything but its front door lies below `/quan-tri/`, where a request is one transaction."""

from django.urls import path

from tenants.console.views import queue, units

app_name = "console"
urlpatterns = [
    path("", units.front, name="front"),
    path("quan-tri/", units.units, name="units"),
    path("quan-tri/don-vi/<uuid:uuid>/", units.unit, name="unit"),
    path("quan-tri/viec-nen/", queue.queue, name="queue"),
    path("quan-tri/viec-nen/<uuid:task_id>/chay-lai/", queue.run_again, name="run_again"),
    path("quan-tri/viec-nen/tim-kiem/gui-lai/", queue.send_again, name="send_again"),
]
