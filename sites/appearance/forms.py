"""The one form of how a unit looks."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.images.widgets import AdminImageChooser

from core.media.models import UnitImage
from core.text.normalize import clean_text
from sites.appearance.actions.change_appearance import Appearance
from sites.appearance.blocks import arranged_blocks
from sites.appearance.rows import Row, moved, read_rows
from sites.frame import SiteKind
from sites.models import HomePage
from sites.presenters.menu import Section
from tenants.units.models import UnitSite
from tenants.units.models.unit import Palette

SECTIONS, BLOCKS = "section", "block"


class Line(forms.CharField):
    """One line of text as it is stored: NFC, single spaces."""

    def to_python(self, value: Any) -> str:
        return " ".join(clean_text(super().to_python(value) or "").split())


def _line(label: Any, help_text: Any, max_length: int) -> Line:
    too_long = _("Dòng này dài quá %(limit_value)d ký tự. Hãy rút ngắn.")
    return Line(
        label=label,
        help_text=help_text,
        max_length=max_length,
        required=False,
        error_messages={"max_length": too_long},
    )


class PictureField(forms.ModelChoiceField[UnitImage]):
    def __init__(self, *, label: Any, help_text: Any) -> None:
        super().__init__(
            queryset=UnitImage.objects.none(),
            label=label,
            help_text=help_text,
            required=False,
            widget=AdminImageChooser,
            error_messages={"invalid_choice": _("Ảnh này không còn trong kho ảnh. Hãy chọn ảnh khác.")},
        )


class AppearanceForm(forms.Form):
    """What is chosen besides the two lists with an order. `section_rows` and `block_rows` are those."""

    palette = forms.TypedChoiceField(
        label=_("Bảng màu"),
        choices=Palette.choices,
        coerce=Palette,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Thầy cô chưa chọn bảng màu. Hãy chọn một trong tám bảng."),
            "invalid_choice": _("Bảng màu này không có. Hãy chọn một trong tám bảng."),
        },
    )
    logo = PictureField(
        label=_("Biểu trưng"),
        help_text=_("Ảnh vuông hoặc tròn, rộng ít nhất 120 điểm ảnh. Để trống thì trang dùng hình vẽ sẵn."),
    )
    cover = PictureField(
        label=_("Ảnh lớn ở đầu trang chủ"),
        help_text=_("Ảnh ngang, chụp trường hoặc hoạt động chung. Có thể để trống."),
    )
    motto = _line(_("Khẩu hiệu"), _("Hiện ở đầu trang chủ. Có thể để trống."), 120)
    long_name = _line(
        _("Tên ở đầu trang"),
        _("Để trống thì dùng tên trong danh bạ. Chân trang luôn ghi tên trong danh bạ."),
        200,
    )
    short_name = _line(
        _("Tên ngắn"), _("Hiện ở tiêu đề cửa sổ và khi chia sẻ. Ví dụ: Tiểu học An Bình. Có thể để trống."), 100
    )
    english_name = _line(
        _("Tên tiếng Anh"), _("Hiện ở các trang tiếng Anh. Ví dụ: An Binh Primary School. Có thể để trống."), 200
    )

    def __init__(
        self, data: QueryDict | None, *, site: UnitSite, home: HomePage, sections: list[Section], kind: SiteKind
    ) -> None:
        super().__init__(
            data,
            label_suffix="",
            initial={
                "palette": site.palette,
                "motto": site.motto,
                "logo": home.logo_id,
                "cover": home.hero_image_id,
                **{name: getattr(home, name) for name in ("long_name", "short_name", "english_name")},
            },
        )
        for name in ("logo", "cover"):
            cast(PictureField, self.fields[name]).queryset = UnitImage.objects.all()
        self._site, self._home = site, home
        if kind != "school":  # the other faces have no place for them
            del self.fields["cover"], self.fields["motto"]
        template = site.unit.kind.site_template
        self.section_rows = self._rows(SECTIONS, [_section_row(section, template) for section in sections])
        self.block_rows = self._rows(
            BLOCKS,
            [
                Row(block.name, str(block.label), block.name not in home.hidden_blocks, str(block.reason))
                for block in arranged_blocks(kind, home.block_order)
            ],
        )

    def _rows(self, name: str, known: list[Row]) -> list[Row]:
        return read_rows(cast(Any, self.data), name, known) if self.is_bound else known

    def move(self, words: str) -> None:
        """Move one row as its button asks: "section:12:len"."""
        name, _colon, rest = words.partition(":")
        value, _colon, direction = rest.rpartition(":")
        if name == SECTIONS:
            self.section_rows = moved(self.section_rows, value, direction)
        elif name == BLOCKS:
            self.block_rows = moved(self.block_rows, value, direction)

    def wish(self) -> Appearance:
        """Return the look that a valid form describes."""
        values = self.cleaned_data
        return Appearance(
            palette=values["palette"],
            motto=values.get("motto", self._site.motto),
            logo=values["logo"],
            cover=values.get("cover", self._home.hero_image),
            long_name=values["long_name"],
            short_name=values["short_name"],
            english_name=values["english_name"],
            sections=tuple(int(row.value) for row in self.section_rows),
            hidden_sections=frozenset(int(row.value) for row in self.section_rows if not row.is_shown),
            blocks=tuple(row.value for row in self.block_rows),
            hidden_blocks=frozenset(row.value for row in self.block_rows if not row.is_shown),
        )


def _section_row(section: Section, template: str) -> Row:
    ground = section.ground_on(template)
    reason = str(_("Luôn hiện theo %(ground)s.")) % {"ground": ground} if ground else ""
    return Row(str(section.page_id), section.title, section.in_menu, reason)
