from sites.library.models.album import AlbumPage
from sites.library.models.links import LinksPage
from sites.library.models.resources import ResourcePage, ResourcesPage

__all__ = ["AlbumPage", "LinksPage", "ResourcePage", "ResourcesPage"]
