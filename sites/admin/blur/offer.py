"""The way out that stands beside a refusal over a picture."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.images.permissions import permission_policy

from core.media.actions.obstacles import Obstacle


def blur_buttons(user: Any, refusal: str) -> list[tuple[str, str, bool]]:
    """Return "Làm mờ mặt" as a button of Wagtail's messages for a refusal over a picture that `user` may change."""
    image = refusal.image if isinstance(refusal, Obstacle) else None
    if image is None or not permission_policy.user_has_permission_for_instance(user, "change", image):
        return []
    button: tuple[str, str, bool] = messages.button(reverse("blur_faces", args=[image.pk]), _("Làm mờ mặt"))
    return [button]
