"""Registration only."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from sites.lookup import audit
from sites.lookup.admin import views
from sites.lookup.admin.viewset import ExamViewSet

hooks.register("register_admin_viewset", ExamViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("tra-cuu/<int:pk>/ket-qua/", views.results, name="exam_results"),
        path("tra-cuu/<int:pk>/ket-qua/dua-len/", views.place, name="place_exam_results"),
        path("tra-cuu/<int:pk>/ket-qua/xoa/", views.remove, name="remove_exam_results"),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    audit.register(actions)
