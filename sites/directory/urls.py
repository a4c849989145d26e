from django.urls import path, re_path

from sites.directory.views import directory, directory_file, unit_page

urlpatterns = [
    path("", directory, name="directory"),
    re_path(r"^(?P<filename>danh-ba-don-vi\.(?:csv|xlsx))$", directory_file, name="directory_file"),
    path("<slug:slug>/", unit_page, name="unit_page"),
]
