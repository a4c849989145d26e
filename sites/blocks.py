"""The blocks an editor writes with; each has a template in templates/blocks/ and reads well on a phone."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from core.richtext.blocks import CleanRichTextBlock
from sites.english.table_block import WordedTableBlock

PARAGRAPH_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Đề mục"), max_length=150)

    class Meta:
        icon = "title"
        label = _("Đề mục")
        template = "blocks/heading.html"


class PictureBlock(ImageBlock):
    """Wagtail's image block; the chooser inside it has no label of Wagtail's to translate."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"].label = _("Tệp ảnh")


class FigureBlock(blocks.StructBlock):
    """An image with its words. ImageBlock asks for alternative text or the answer that it is decorative."""

    image = PictureBlock(label=_("Ảnh"))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=250)
    credit = blocks.CharBlock(label=_("Tác giả ảnh"), required=False, max_length=100)

    class Meta:
        icon = "image"
        label = _("Ảnh")
        template = "blocks/figure.html"


class GalleryBlock(blocks.StructBlock):
    images = blocks.ListBlock(FigureBlock(), min_num=2, max_num=30, label=_("Các ảnh"))

    class Meta:
        icon = "image"
        label = _("Bộ ảnh")
        template = "blocks/gallery.html"


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Lời trích"))
    source = blocks.CharBlock(label=_("Nguồn"), required=False, max_length=200, help_text=_("Ai nói, ở đâu."))

    class Meta:
        icon = "openquote"
        label = _("Trích dẫn")
        template = "blocks/quotation.html"


class VideoBlock(blocks.StructBlock):
    """A link with a picture: the reader goes to the video's own site, nothing of it is loaded here."""

    url = blocks.URLBlock(label=_("Địa chỉ video"))
    title = blocks.CharBlock(label=_("Tên video"), max_length=150)
    poster = PictureBlock(label=_("Ảnh đại diện"), required=False)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["url"].startswith("https://"):
            raise blocks.StructBlockValidationError(
                block_errors={"url": ValidationError(_("Địa chỉ video phải bắt đầu bằng https://."))}
            )
        return cleaned


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Tên bộ phận hoặc người"), max_length=150)
    duty = blocks.CharBlock(label=_("Phụ trách"), required=False, max_length=200)
    phone = blocks.CharBlock(label=_("Điện thoại"), required=False, max_length=60)
    email = blocks.EmailBlock(label=_("Thư điện tử"), required=False)

    class Meta:
        icon = "user"
        label = _("Liên hệ")
        template = "blocks/contact.html"


class BodyBlock(blocks.StreamBlock):
    """The body of an article, page or document."""

    paragraph = CleanRichTextBlock(label=_("Đoạn văn"), features=PARAGRAPH_FEATURES, template="blocks/paragraph.html")
    heading = HeadingBlock()
    image = FigureBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    table = WordedTableBlock(label=_("Bảng"), template="blocks/table.html")
    document = DocumentChooserBlock(label=_("Tệp đính kèm"), template="blocks/document.html")
    video = VideoBlock()
    contact = ContactBlock()
