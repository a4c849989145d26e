from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "sites.library"
    label = "cms_library"
    verbose_name = "Ảnh, video, tài nguyên, đường dẫn"

    def ready(self) -> None:
        from sites.library import signal_handlers  # noqa: F401
        from sites.library.models import AlbumPage, LinksPage, ResourcePage, ResourcesPage
        from sites.library.presenters.albums import album_feed, present_album
        from sites.library.presenters.links import present_links
        from sites.library.presenters.resource import present_resource
        from sites.library.presenters.resources import present_resources, resource_feed
        from sites.presenters import LISTS, TEXTS
        from sites.views.feeds import SECTION_ROWS

        LISTS[AlbumPage] = present_album
        LISTS[ResourcesPage] = present_resources
        TEXTS[ResourcePage] = present_resource
        TEXTS[LinksPage] = present_links
        SECTION_ROWS["albumpage"] = album_feed
        SECTION_ROWS["resourcespage"] = resource_feed
