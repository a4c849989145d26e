"""Files of an edition, for the eyes of the desk only: readers get them from the portal's own rows once published."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.http import content_disposition_header

from core.media import exchange_store
from core.media.intake.kinds import MIME_TYPES
from sites.desk.views.access import reader, submission_for
from tenants.exchange.edition import EditionContent


@reader
def desk_file(request: HttpRequest, pk: int, number: int, sha256: str) -> HttpResponseBase:
    """Answer a file that this edition of this submission carries, whatever other hashes the store holds."""
    edition = submission_for(request, pk).editions.filter(number=number).first()
    if edition is None:
        raise Http404
    try:
        file = EditionContent.from_json(edition.content).file(sha256)
        stream = exchange_store.open_file(sha256)
    except (KeyError, FileNotFoundError):
        raise Http404 from None
    content_type = MIME_TYPES.get(file.filename.rsplit(".", 1)[-1].lower(), "application/octet-stream")
    response = FileResponse(stream, content_type=content_type)
    in_place = content_type.startswith("image/")
    response["Content-Disposition"] = content_disposition_header(not in_place, file.filename) or "inline"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=300"
    return response
