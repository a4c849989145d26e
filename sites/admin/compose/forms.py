"""The fields of "Viết bài" besides the photographs."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.accounts.models import User
from core.richtext.clean import CleanedHtml, clean_pasted_text
from core.text.normalize import clean_text
from sites.models import SectionPage
from sites.models.section import SectionKey
from sites.topics.book import topic_choices
from sites.topics.fields import TopicsField

NO_HEADINGS: tuple[int, ...] = ()


class PhotosInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SectionField(forms.ModelChoiceField[SectionPage]):
    def label_from_instance(self, obj: SectionPage) -> str:
        return obj.title


class ArticleForm(forms.Form):
    """token: makes the same form posted twice one post."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Tiêu đề"),
        max_length=255,
        error_messages={
            "required": _("Thầy cô chưa viết tiêu đề. Hãy viết một câu nói rõ việc gì, ở đâu."),
            "max_length": _("Tiêu đề dài quá 255 ký tự. Hãy rút ngắn."),
        },
    )
    summary = forms.CharField(
        label=_("Tóm tắt (không bắt buộc)"),
        help_text=_("Một hai câu. Hiện dưới tiêu đề và trong kết quả tìm kiếm."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Tóm tắt dài quá 500 ký tự. Hãy rút ngắn.")},
    )
    text = forms.CharField(
        label=_("Nội dung"),
        help_text=_("Để một dòng trống giữa hai đoạn."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    section = SectionField(
        label=_("Chuyên mục"),
        queryset=SectionPage.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Thầy cô chưa chọn chuyên mục. Hãy chọn nơi bài sẽ hiện ra."),
            "invalid_choice": _("Chuyên mục này không còn. Hãy chọn chuyên mục khác."),
        },
    )

    topics = TopicsField(label=_("Chủ đề (không bắt buộc)"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not topic_choices():
            del self.fields["topics"]
        sections = SectionPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
        # Rights are given on the whole tree (sites.roles), so one section answers for all.
        first = sections.first()
        may_write = first is not None and first.permissions_for_user(user).can_add_subpage()
        field = self.fields["section"]
        field.queryset = sections if may_write else sections.none()  # type: ignore[attr-defined]
        field.initial = sections.filter(key=SectionKey.NEWS).first()

    def clean_title(self) -> str:
        return " ".join(clean_text(self.cleaned_data["title"]).split())

    def clean_summary(self) -> str:
        return " ".join(clean_text(self.cleaned_data["summary"]).split())

    @property
    def body(self) -> CleanedHtml:
        """The text as clean rich text, with what was changed about it in words."""
        return clean_pasted_text(self.cleaned_data.get("text", ""), headings=NO_HEADINGS)

    def require_text(self) -> bool:
        """A post readers are to see has words; return whether it does."""
        if self.body.html:
            return True
        self.add_error("text", _("Thầy cô chưa viết nội dung. Hãy viết ít nhất một câu."))
        return False
