"""The operators' console. Everything but its front door lies below `/quan-tri/`, where a request is one transaction."""

from django.urls import path

from tenants.console.views import edit_unit, new_unit, people, queue, status, units

app_name = "console"
urlpatterns = [
    path("", units.front, name="front"),
    path("quan-tri/", units.units, name="units"),
    path("quan-tri/don-vi/<uuid:uuid>/", units.unit, name="unit"),
    path("quan-tri/don-vi/moi/", new_unit.new_unit, name="new_unit"),
    path("quan-tri/don-vi/<uuid:uuid>/trang/", new_unit.new_site, name="new_site"),
    path("quan-tri/don-vi/<uuid:uuid>/trang-thai/<slug:status>/", status.change_status, name="change_status"),
    path("quan-tri/don-vi/<uuid:uuid>/sua/", edit_unit.edit_unit, name="edit_unit"),
    path("quan-tri/don-vi/<uuid:uuid>/ten-mien/", edit_unit.edit_host, name="edit_host"),
    path("quan-tri/don-vi/<uuid:uuid>/moi-nguoi/", people.invite, name="invite"),
    path("quan-tri/don-vi/<uuid:uuid>/nguoi/<uuid:person_uuid>/", people.roles, name="roles"),
    path("quan-tri/nguoi-dung/", people.people, name="people"),
    path("quan-tri/nguoi-dung/<uuid:uuid>/", people.person, name="person"),
    path("quan-tri/nguoi-dung/<uuid:uuid>/khoa/", people.lock, name="lock"),
    path("quan-tri/nguoi-dung/<uuid:uuid>/mo-khoa/", people.unlock, name="unlock"),
    path("quan-tri/nguoi-dung/<uuid:uuid>/gui-lien-ket/", people.send_link, name="send_link"),
    path("quan-tri/viec-nen/", queue.queue, name="queue"),
    path("quan-tri/viec-nen/<uuid:task_id>/chay-lai/", queue.run_again, name="run_again"),
]
