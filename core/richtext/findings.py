"""What cleaning changed or refused, told to the editor in whole sentences."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

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
        fonts = ", ".join(sorted(encoding.value for encoding in self.encodings))
        told = [
            (
                self.office_images,
                _("Ảnh dán từ Word không giữ được (%(count)d ảnh). Hãy tải từng ảnh lên bằng nút Ảnh."),
            ),
            (
                self.web_images,
                _(
                    "Ảnh của trang khác không được chép theo (%(count)d ảnh). "
                    "Nếu được phép dùng, hãy tải từng ảnh lên bằng nút Ảnh."
                ),
            ),
            (
                self.embeds,
                _("Video hoặc khung nhúng không dán được vào đoạn văn. Hãy thêm khối Video và dán liên kết."),
            ),
            (
                self.flattened_tables,
                _(
                    "Bảng đã thành các dòng chữ vì đoạn văn không giữ được bảng. "
                    "Hãy thêm khối Bảng rồi dán bảng vào đó."
                ),
            ),
            (
                self.refused_links,
                _("%(count)d liên kết không dùng được trên trang web đã bị bỏ, chữ vẫn giữ nguyên."),
            ),
            (
                len(self.encodings),
                _("Chữ phông cũ %(fonts)s đã được chuyển sang Unicode. Hãy đọc lại một lượt trước khi đăng."),
            ),
            (self.bold_headings, _("%(count)d dòng in đậm đã được đổi thành đề mục.")),
        ]
        return tuple(sentence % {"count": count, "fonts": fonts} for count, sentence in told if count)
