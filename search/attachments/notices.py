from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.media.models import UnitDocument
from search.attachments.enums import TextState
from search.attachments.models import Attachment
from tenants.units.context import current_unit


def unread_files(page: Any) -> list[str]:
    """Return a sentence for each published file of the page whose words readers cannot find, and what to do. One query.

    page: of the active unit.
    """
    of_page = _unread().filter(entry__object_id=page.pk, entry__object_type=getattr(page, "registry_type", ""))
    return [_sentence(link) for link in of_page]


def unread_document(document: UnitDocument) -> str:
    """Return the same of one document that a published page shows, or "". One query."""
    link = _unread().filter(text=document.content_hash).first()
    return _sentence(link) if link else ""


def _unread() -> QuerySet[Attachment]:
    links = Attachment.objects.filter(entry__unit=current_unit()).select_related("text")
    return links.filter(text__state__in=(TextState.NO_TEXT_LAYER, TextState.FAILED))


def _sentence(link: Attachment) -> str:
    if link.text.state == TextState.NO_TEXT_LAYER:
        sentence = _(
            "Tệp “%(name)s” là bản chụp, không có lớp chữ, nên bạn đọc không tìm được chữ bên trong. Hãy thay bằng bản "
            "PDF xuất từ Word, hoặc quét lại và bật nhận dạng chữ (OCR)."
        )
        return sentence % {"name": link.name}
    sentence = _("Bạn đọc không tìm được chữ trong tệp “%(name)s”. %(reason)s Hãy sửa trên máy rồi tải tệp khác lên.")
    return sentence % {"name": link.name, "reason": link.text.get_reason_display()}
