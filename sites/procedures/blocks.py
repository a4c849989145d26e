from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class DossierItemBlock(blocks.StructBlock):
    """One paper of a dossier."""

    name = blocks.CharBlock(label=_("Tên giấy tờ"), max_length=300)
    copies = blocks.CharBlock(label=_("Số lượng"), required=False, max_length=80, help_text=_("Ví dụ: 1 bản chính."))
    form = DocumentChooserBlock(
        label=_("Mẫu để điền"), required=False, help_text=_("Chọn tệp mẫu đơn nếu giấy này có mẫu.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Giấy tờ")


class DossierBlock(blocks.StreamBlock):
    """The papers a person hands in, in order."""

    item = DossierItemBlock()
