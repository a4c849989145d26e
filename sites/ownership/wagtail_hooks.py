"""Registration only."""

from wagtail import hooks

from sites.ownership.viewsets import SectionOwnerViewSet


@hooks.register("register_admin_viewset")
def register_viewset() -> SectionOwnerViewSet:
    return SectionOwnerViewSet()
