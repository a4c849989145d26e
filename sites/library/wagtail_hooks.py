"""Registration only."""

from django.urls import URLPattern, path
from wagtail import hooks

from sites.library.admin.add_photos import add_photos


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [path("bo-anh/<int:page_id>/them-anh/", add_photos, name="album_add_photos")]
