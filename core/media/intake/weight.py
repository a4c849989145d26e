"""Step 1: is there anything, and is it not too much?"""

import math

from django.utils.translation import gettext as _

from core.media.intake.accepted import Upload
from core.media.intake.refusal import IntakeRefused

MEGABYTE = 1024 * 1024
IMAGE_LIMIT = 15 * MEGABYTE
DOCUMENT_LIMIT = 20 * MEGABYTE


def refuse_empty(file: Upload) -> None:
    """Raise IntakeRefused for a file of 0 bytes."""
    if not file.size:
        raise IntakeRefused(_("Tệp này trống, bên trong không có gì. Hãy chọn lại tệp gốc rồi tải lên."), code="empty")


def refuse_heavy_image(file: Upload) -> None:
    """Raise IntakeRefused for a picture of more than 15 MB."""
    if file.size > IMAGE_LIMIT:
        message = _("Ảnh này nặng %(weight)s MB, mức tối đa là %(limit)s MB. Hãy lưu ảnh ở cỡ nhỏ hơn rồi tải lại.") % {
            "weight": megabytes(file.size),
            "limit": megabytes(IMAGE_LIMIT),
        }
        raise IntakeRefused(message, code="too_large")


def refuse_heavy_document(file: Upload) -> None:
    """Raise IntakeRefused for a document of more than 20 MB."""
    if file.size > DOCUMENT_LIMIT:
        message = _("Tệp này nặng %(weight)s MB, mức tối đa là %(limit)s MB. Hãy nén tệp hoặc chia thành hai phần.") % {
            "weight": megabytes(file.size),
            "limit": megabytes(DOCUMENT_LIMIT),
        }
        raise IntakeRefused(message, code="too_large")


def megabytes(size: int) -> str:
    """Return bytes as megabytes, rounded up to a tenth so that a refused weight never reads like the limit: `15,1`."""
    return f"{math.ceil(size * 10 / MEGABYTE) / 10:g}".replace(".", ",")
