from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=150)

    class Meta:
        template = "stock/blocks/heading.html"


class FigureBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False, max_length=250)
    credit = blocks.CharBlock(required=False, max_length=100)

    class Meta:
        template = "stock/blocks/figure.html"


class GalleryBlock(blocks.StructBlock):
    images = blocks.ListBlock(FigureBlock(), min_num=2, max_num=30)

    class Meta:
        template = "stock/blocks/gallery.html"


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock()
    source = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        template = "stock/blocks/quotation.html"


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock()
    title = blocks.CharBlock(max_length=150)
    poster = ImageBlock(required=False)

    class Meta:
        template = "stock/blocks/video.html"


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=150)
    duty = blocks.CharBlock(required=False, max_length=200)
    phone = blocks.CharBlock(required=False, max_length=60)
    email = blocks.EmailBlock(required=False)

    class Meta:
        template = "stock/blocks/contact.html"


class BodyBlock(blocks.StreamBlock):
    paragraph = blocks.RichTextBlock(
        features=["h3", "bold", "italic", "ol", "ul", "link", "document-link"], template="stock/blocks/paragraph.html"
    )
    heading = HeadingBlock()
    image = FigureBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    table = TableBlock(template="stock/blocks/table.html")
    document = DocumentChooserBlock(template="stock/blocks/document.html")
    video = VideoBlock()
    contact = ContactBlock()
