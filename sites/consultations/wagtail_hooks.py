"""Registration only."""

from wagtail import hooks

from sites.consultations.admin.viewset import CommentViewSet

hooks.register("register_admin_viewset", CommentViewSet)
