"""Registration only."""

from wagtail import hooks

from sites.polls.admin.viewset import OpinionViewSet

hooks.register("register_admin_viewset", OpinionViewSet)
