"""Registration only."""

from wagtail import hooks

from sites.people.viewsets import PeopleViewSets


@hooks.register("register_admin_viewset")
def register_viewsets() -> PeopleViewSets:
    return PeopleViewSets()
