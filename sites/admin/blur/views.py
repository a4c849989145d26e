"""The page on which faces are covered by boxes, one picture at a time."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.images.permissions import permission_policy

from core.media.actions.blur_faces import blur_faces
from core.media.models import UnitImage
from sites.admin.blur.forms import Boxes, ConfirmForm, boxes_in
from sites.admin.page import admin_page
from sites.frame import Link


def blur(request: HttpRequest, image_id: int) -> HttpResponseBase:
    """GET: the picture, to draw boxes on. POST: cover them for good; whatever is wrong, the boxes stay."""
    image = get_object_or_404(UnitImage, pk=image_id)
    if not permission_policy.user_has_permission_for_instance(request.user, "change", image):
        raise PermissionDenied
    edit = reverse("wagtailimages:edit", args=[image.pk])
    data = request.POST if request.method == "POST" else None
    boxes, confirm = Boxes(data, prefix="boxes"), ConfirmForm(data)
    if data is not None and all([boxes.is_valid(), confirm.is_valid()]):
        blur_faces(image=image, boxes=boxes_in(boxes))
        messages.success(
            request,
            _("Đã làm mờ %(count)d chỗ trong ảnh và xóa ảnh gốc. Ảnh này dùng được trong bài.")
            % {"count": len(boxes_in(boxes))},
        )
        return redirect(edit)
    return admin_page(
        request,
        "blur/form",
        title=_("Làm mờ mặt"),
        back=Link(_("Quay lại ảnh"), edit),
        image=image,
        boxes=boxes,
        confirm=confirm,
        has_errors=data is not None,
    )
