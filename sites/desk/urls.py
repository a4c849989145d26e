"""Addresses of the desk below /quan-tri/ban-bien-tap/."""

from django.urls import path

from sites.desk.views import bulk, files, post, queue, steps

urlpatterns = [
    path("", queue.desk, name="desk"),
    path("xuat-excel/", queue.export, name="desk_export"),
    path("dang-nhieu-bai/", bulk.desk_bulk, name="desk_bulk"),
    path("<int:pk>/", post.desk_post, name="desk_post"),
    path("<int:pk>/phan-loai/", steps.desk_class, name="desk_class"),
    path("<int:pk>/tep/<int:number>/<str:sha256>/", files.desk_file, name="desk_file"),
    path("<int:pk>/<slug:slug>/", steps.desk_step, name="desk_step"),
]
