"""The one door to files: `/tep/<token>/<filename>` gives originals, renditions, documents to whoever may have them."""

from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotFound
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.media.intake.kinds import MIME_TYPES
from core.media.models import UnitDocument, UnitImage
from core.media.permissions import may_fetch
from core.media.storage import path_for

_IMAGE_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif"}
_SHOWN_IN_PLACE = frozenset({*_IMAGE_TYPES.values(), "application/pdf"})
# nginx keeps an answer 2 s and a browser 3 s more: what is taken down is gone everywhere within 5 s. After that an
# unchanged file costs one question without a body (ETag).
_PUBLIC_CACHE = "public, max-age=3, s-maxage=2"
_PRIVATE_CACHE = "private, no-cache"


@require_safe
def serve(request: HttpRequest, token: str, filename: str) -> HttpResponseBase:
    """Answer the file, 304, or 404: for what is absent, hidden, another unit's or not this reader's alike.

    One query for a public file. Range requests are answered whole by Django, in parts by nginx.
    """
    suffix = Path(filename).suffix.removeprefix(".")
    model = UnitImage if suffix in _IMAGE_TYPES else UnitDocument
    stored = model.objects.filter(token=token).first()
    if stored is None or not may_fetch(stored, request=request):
        return _not_found(model)
    etag = f'"{token}/{filename}"'
    # Content under a path never changes: a new file gets a new token, another crop another name.
    try:
        response = get_conditional_response(request, etag=etag) or _answer(token, filename, suffix)
    except FileNotFoundError:
        return _not_found(model)
    response["ETag"] = etag
    response["Cache-Control"] = _PUBLIC_CACHE if stored.is_public else _PRIVATE_CACHE
    return response


def _not_found(model: type[UnitImage | UnitDocument]) -> HttpResponse:
    """Readers click on documents and get the site's own page; nobody reads what stands where a picture should be."""
    if model is UnitDocument:
        raise Http404
    return HttpResponseNotFound(_("Không tìm thấy ảnh này."), headers={"Cache-Control": "no-store"})


def _answer(token: str, filename: str, suffix: str) -> HttpResponseBase:
    path = path_for(filename, token=token)
    content_type = _IMAGE_TYPES.get(suffix) or MIME_TYPES.get(suffix, "application/octet-stream")
    if settings.MEDIA_ACCEL_PREFIX:
        response: HttpResponseBase = HttpResponse(content_type=content_type)
        response["X-Accel-Redirect"] = quote(f"{settings.MEDIA_ACCEL_PREFIX}/{path}")
    else:
        response = FileResponse(default_storage.open(path), content_type=content_type)
    as_attachment = content_type not in _SHOWN_IN_PLACE
    response["Content-Disposition"] = content_disposition_header(as_attachment, filename) or "inline"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
