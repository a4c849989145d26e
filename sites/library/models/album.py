from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.library.admin.add_photos_panel import AddPhotosPanel
from sites.library.blocks import AlbumBlock
from sites.models import BasePage


class AlbumPage(BasePage):
    """Pictures and videos of one occasion; a section "Ảnh" or "Video" is an album that holds albums.

    A video is a link with a picture of our own: nothing of its site is loaded here. cover_image, picture_count,
    video_count: of the body, kept so that a list of albums does not read what is in them.
    """

    registry_type = "album"
    page_description = _(
        "Ảnh, video của một hoạt động, hoặc mục chứa nhiều bộ ảnh. Video là đường dẫn có ảnh đại diện."
    )

    body = StreamField(AlbumBlock(), verbose_name=_("ảnh và video"), blank=True)
    cover_image = models.ForeignKey(
        "media.UnitImage", null=True, editable=False, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    picture_count = models.PositiveSmallIntegerField(default=0, editable=False)
    video_count = models.PositiveSmallIntegerField(default=0, editable=False)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        AddPhotosPanel(),
        FieldPanel(
            "body",
            help_text=_(
                "Mỗi ảnh cần một câu mô tả cho người không nhìn thấy, hoặc đánh dấu là ảnh trang trí. Ảnh rõ mặt học "
                "sinh chỉ đăng được khi đã có đồng ý. Ảnh đầu tiên là bìa."
            ),
        ),
    ]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage", "cms_library.AlbumPage"]
    subpage_types: ClassVar[list[str]] = ["cms_library.AlbumPage"]

    class Meta:
        verbose_name = _("bộ ảnh, video")
        verbose_name_plural = _("bộ ảnh, video")

    def clean(self) -> None:
        super().clean()
        kinds = [block.block_type for block in self.body]
        self.picture_count, self.video_count = kinds.count("image"), kinds.count("video")
        pictures = (block.value["image" if block.block_type == "image" else "poster"] for block in self.body)
        self.cover_image = next((picture for picture in pictures if picture is not None), None)
