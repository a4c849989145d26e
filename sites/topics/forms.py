"""The list of topics as one form: a line each, some empty ones below."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.slugs import slugify_title
from core.text.normalize import clean_text
from sites.topics.book import LONGEST_NAME, MOST_TOPICS, Topic

EMPTY_LINES = 3


class TopicForm(forms.Form):
    """slug: of a topic that is already in the list; it stays when the name is changed."""

    slug = forms.SlugField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=gettext_lazy("Tên chủ đề"),
        required=False,
        max_length=LONGEST_NAME,
        error_messages={"max_length": gettext_lazy("Tên chủ đề dài quá 60 ký tự. Hãy rút ngắn.")},
    )

    def clean_name(self) -> str:
        return " ".join(clean_text(self.cleaned_data["name"]).split())

    @property
    def topic(self) -> Topic | None:
        """The topic of this line, None for one whose name is empty. Django cleans no line that nobody touched."""
        name = self.cleaned_data.get("name", "")
        return Topic(self.cleaned_data["slug"] or slugify_title(name), name) if name else None


class _Lines(forms.BaseFormSet[TopicForm]):
    def clean(self) -> None:
        if any(self.errors):
            return
        seen: set[str] = set()
        for form in self.forms:
            topic = form.topic
            if topic is None:
                continue
            if not topic.slug:
                form.add_error("name", _("Tên chủ đề cần có ít nhất một chữ cái hoặc chữ số."))
            elif topic.slug in seen:
                form.add_error("name", _("Chủ đề này đã có ở dòng trên. Hãy đặt tên khác hoặc xóa chữ ở dòng này."))
            seen.add(topic.slug)

    @property
    def topics(self) -> list[Topic]:
        return [form.topic for form in self.forms if form.topic]


TopicLines: Any = forms.formset_factory(
    TopicForm, formset=_Lines, extra=EMPTY_LINES, max_num=MOST_TOPICS, absolute_max=MOST_TOPICS
)
