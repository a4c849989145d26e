"""What cleaning changed or refused, told to the editor in whole sentences."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.text.legacy import LegacyEncoding


@dataclass(slots=True)
class Findings:
    """Counts collected while a text is read; `sentences` turns them into words."""

    office_images: int = 0
    web_images: int = 0
    embeds: int = 0
    refused_links: int = 0
    flattened_tables: int = 0
    bold_headings: int = 0
    encodings: set[LegacyEncoding] = field(default_factory=set)

    def sentences(self) -> tuple[str, ...]:
        """Return Vietnamese sentences, the gravest first; empty when nothing the editor should know happened."""
        told = [*self._lost(), *self._changed()]
        return tuple(told)

    def _lost(self) -> list[str]:
        told = []
        if self.office_images:
            told.append(
                _("Ảnh dán từ Word không giữ được (%(count)d ảnh). Hãy tải từng ảnh lên bằng nút Ảnh.")
                % {"count": self.office_images}
            )
        if self.web_images:
            told.append(
                _(
                    "Ảnh của trang khác không được chép theo (%(count)d ảnh). "
                    "Nếu được phép dùng, hãy tải từng ảnh lên bằng nút Ảnh."
                )
                % {"count": self.web_images}
            )
        if self.embeds:
            told.append(_("Video hoặc khung nhúng không dán được vào đoạn văn. Hãy thêm khối Video và dán liên kết."))
        if self.flattened_tables:
            told.append(
                _("Bảng đã thành các dòng chữ vì đoạn văn không giữ được bảng. Hãy thêm khối Bảng rồi dán bảng vào đó.")
            )
        if self.refused_links:
            told.append(
                ngettext(
                    "%(count)d liên kết không dùng được trên trang web đã bị bỏ, chữ vẫn giữ nguyên.",
                    "%(count)d liên kết không dùng được trên trang web đã bị bỏ, chữ vẫn giữ nguyên.",
                    self.refused_links,
                )
                % {"count": self.refused_links}
            )
        return told

    def _changed(self) -> list[str]:
        told = []
        if self.encodings:
            fonts = ", ".join(sorted(encoding.value for encoding in self.encodings))
            told.append(
                _("Chữ phông cũ %(fonts)s đã được chuyển sang Unicode. Hãy đọc lại một lượt trước khi đăng.")
                % {"fonts": fonts}
            )
        if self.bold_headings:
            told.append(
                ngettext(
                    "%(count)d dòng in đậm đã được đổi thành đề mục.",
                    "%(count)d dòng in đậm đã được đổi thành đề mục.",
                    self.bold_headings,
                )
                % {"count": self.bold_headings}
            )
        return told
