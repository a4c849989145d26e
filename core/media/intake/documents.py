"""A document on its way in: weigh, identify, look inside containers. The bytes stay the uploader's own."""

from pathlib import PurePath

from django.utils.translation import gettext as _

from core.media.intake.accepted import AcceptedDocument, Upload, stored_name
from core.media.intake.containers import ole_kinds, zip_kind
from core.media.intake.kinds import DOCUMENTS, HEAD_LENGTH, sniff
from core.media.intake.naming import refuse_lie
from core.media.intake.refusal import IntakeRefused
from core.media.intake.weight import refuse_empty, refuse_heavy_document


def accept_document(file: Upload) -> AcceptedDocument:
    """Return what may be stored of an uploaded document (the keys of DOCUMENTS), under an ASCII name.

    file: the upload, at most 20 MB, read whole into memory. Raise IntakeRefused with a sentence for the editor when
    it is empty, too heavy, of another kind than its name says, damaged, locked, or carries a macro or a program.
    """
    refuse_empty(file)
    refuse_heavy_document(file)
    file.seek(0)
    content = file.read()
    name = file.name or ""
    kind = _real_kind(content, extension=PurePath(name).suffix.lower().removeprefix("."))
    refuse_lie(name, kind=kind, taken=DOCUMENTS, expected=_("PDF, Word, Excel, PowerPoint, OpenDocument, RTF, ZIP"))
    if kind == "pdf":
        _refuse_cut_pdf(content)
    return AcceptedDocument(
        content, name=stored_name(name, extension=kind, fallback="tep"), content_type=DOCUMENTS[kind].mime
    )


def _real_kind(content: bytes, *, extension: str) -> str:
    kind = sniff(content[:HEAD_LENGTH])
    if kind == "zip":
        return zip_kind(content)
    if kind == "ole":
        kinds = ole_kinds(content)
        return extension if extension in kinds else next(iter(sorted(kinds)), "")
    return kind


def _refuse_cut_pdf(content: bytes) -> None:
    if b"%%EOF" not in content:
        raise IntakeRefused(
            _("Tệp PDF này thiếu phần cuối, có thể do mạng ngắt giữa chừng. Hãy chọn lại tệp gốc rồi tải lên."),
            code="truncated",
        )
