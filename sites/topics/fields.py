"""The choice of topics, in "Viết bài" and in the full form of a post."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from sites.topics.book import MOST_A_POST, topic_choices


class TopicsField(forms.MultipleChoiceField):
    """Boxes to tick. A post that holds a topic which is no longer in the list loses it when it is saved."""

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            choices=topic_choices,
            widget=forms.CheckboxSelectMultiple,
            help_text=gettext_lazy("Người đọc bấm vào chủ đề để xem các bài cùng loại."),
            error_messages={"invalid_choice": gettext_lazy("Chủ đề này không còn trong danh sách. Hãy chọn lại.")},
            **kwargs,
        )

    def clean(self, value: Any) -> list[str]:
        chosen: list[str] = super().clean(value)
        if len(chosen) > MOST_A_POST:
            raise forms.ValidationError(_("Mỗi bài có tối đa %(count)d chủ đề.") % {"count": MOST_A_POST})
        return chosen


class PostForm(WagtailAdminPageForm):
    """The full form of a post. A unit without topics is not asked about them."""

    topics = TopicsField(label=gettext_lazy("Chủ đề"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not topic_choices():
            self.fields.pop("topics", None)
