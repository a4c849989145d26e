"""The answer to the one question asked of every picture, and what it allows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Faces(models.TextChoices):
    """Are pupils' faces recognizable, and is consent held? Source: Luật 91/2025 Đ24; design.md §5, row Images."""

    UNANSWERED = "unanswered", _("Chưa trả lời")
    NO_FACES = "no_faces", _("Không nhìn rõ mặt học sinh")
    CONSENTED = "consented", _("Có, đã có đồng ý của phụ huynh (và của học sinh từ 7 tuổi)")
    UNCONSENTED = "unconsented", _("Có, chưa có đồng ý")


ANSWERS = (Faces.NO_FACES, Faces.CONSENTED, Faces.UNCONSENTED)
PUBLISHABLE = frozenset({Faces.NO_FACES, Faces.CONSENTED})
