"""`bo-anh/<page>/them-anh/`: many pictures at once, each with its words and the answer about faces."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from sites.admin.compose.photos import PHOTO_LIMIT, Photo, keep_answers, photos_in, require_answers, take_in
from sites.admin.page import admin_page
from sites.admin.staff import account_of
from sites.frame import Link
from sites.library.actions.add_photos import AlbumError
from sites.library.actions.add_photos import add_photos as add
from sites.library.models import AlbumPage

UPLOAD = "upload"


@require_http_methods(["GET", "POST"])
def add_photos(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """GET: where to choose pictures. POST: store what came, then ask about it or put it into the album's draft."""
    page = get_object_or_404(AlbumPage, pk=page_id)
    permissions = page.permissions_for_user(request.user)
    if not permissions.can_edit() or permissions.page_locked():
        raise PermissionDenied
    photos, refusals = _photos(request) if request.method == "POST" else ([], [])
    is_wanted = bool(photos) and request.POST.get("step") != UPLOAD
    if is_wanted and require_answers(photos) and not refusals:
        try:
            count = add(page_id=page.pk, photos=[(one.image, one.alt) for one in photos], user=account_of(request))
        except AlbumError as refusal:
            refusals = [str(refusal)]
        else:
            messages.success(
                request, _("Đã thêm %(count)d ảnh vào bản nháp. Xem lại rồi đăng để người đọc thấy.") % {"count": count}
            )
            return redirect("wagtailadmin_pages:edit", page.pk)
    return admin_page(
        request,
        "library/add_photos",
        title=_("Thêm nhiều ảnh vào “%(title)s”") % {"title": page.get_admin_display_title()},
        back=Link(_("Quay lại bộ ảnh"), reverse("wagtailadmin_pages:edit", args=[page.pk])),
        photos=photos,
        errors=[*refusals, *(text for photo in photos for text in photo.errors)],
    )


def _photos(request: HttpRequest) -> tuple[list[Photo], list[str]]:
    """Return the form's pictures, new ones last, and why files were refused."""
    known = photos_in(request.POST, user=account_of(request))
    keep_answers(known)
    files = request.FILES.getlist("files")
    room = PHOTO_LIMIT - len(known)
    added, refusals = take_in(files[:room], user=account_of(request))
    if len(files) > room:
        refusals.append(
            _("Mỗi lần thêm được tối đa %(count)d ảnh. Hãy thêm các ảnh sau ở lần khác.") % {"count": PHOTO_LIMIT}
        )
    keys = {photo.image.pk for photo in known}
    return [*known, *(photo for photo in added if photo.image.pk not in keys)], refusals
