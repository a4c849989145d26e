from search.attachments.models.attached_text import AttachedText
from search.attachments.models.attachment import Attachment

__all__ = ["AttachedText", "Attachment"]
