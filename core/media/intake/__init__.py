"""From an uploaded file to bytes that may be stored, or to one sentence that says why not. No database, no storage."""

from core.media.intake.accepted import AcceptedDocument, AcceptedFile, AcceptedImage, Upload
from core.media.intake.documents import accept_document
from core.media.intake.images import accept_image
from core.media.intake.refusal import IntakeRefused

__all__ = [
    "AcceptedDocument",
    "AcceptedFile",
    "AcceptedImage",
    "IntakeRefused",
    "Upload",
    "accept_document",
    "accept_image",
]
