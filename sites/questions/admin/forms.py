"""The things one may do with a question. Each form knows its button and makes one call."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.accounts.models import User
from core.text.normalize import clean_text
from sites.questions.actions.publish import publish_question
from sites.questions.actions.reply import WORDS_MIN, answer_question, decline_question
from sites.questions.actions.withdraw import withdraw_agreement
from sites.questions.models import Question


class LongText(forms.CharField):
    """Plain text of at least 20 characters."""

    def __init__(self, *, rows: int, **kwargs: Any) -> None:
        messages = {
            "required": _("Thầy cô chưa viết gì ở ô này. Hãy viết để người hỏi đọc được."),
            "min_length": _("Mới có %(show_value)d ký tự, cần ít nhất %(limit_value)d. Hãy viết rõ hơn."),
            "max_length": _("Dài quá %(limit_value)d ký tự. Hãy viết gọn lại."),
        }
        widget = forms.Textarea({"rows": rows})
        super().__init__(min_length=WORDS_MIN, max_length=10_000, widget=widget, error_messages=messages, **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "").strip()


class StepForm(forms.Form):
    """name: of the step that is sent. done: said afterwards. is_folded: seldom needed, opened first."""

    is_folded: ClassVar[bool] = False
    name: ClassVar[str]
    label: ClassVar[Promise]
    done: ClassVar[Promise]

    def act(self, question: Question, *, user: User, at: datetime) -> None:
        raise NotImplementedError


class RoomField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Nơi trả lời"),
            help_text=_("Người hỏi và người đọc thấy đúng tên này, ví dụ: Phòng Tổ chức cán bộ."),
            max_length=150,
            error_messages={"required": _("Hãy ghi phòng hoặc đơn vị trả lời.")},
            **kwargs,
        )


class AnswerForm(StepForm):
    name = "answer"
    label = _("Gửi câu trả lời")
    done = _("Câu trả lời đã đến người hỏi qua mã tra cứu, và qua thư nếu có địa chỉ.")

    room = RoomField()
    reply = LongText(rows=10, label=_("Câu trả lời"), help_text=_("Để một dòng trống giữa hai đoạn. Ít nhất 20 ký tự."))
    is_private = forms.BooleanField(
        label=_("Chỉ trả lời riêng"),
        help_text=_("Đánh dấu khi câu hỏi là khiếu nại, tố cáo hoặc nói chuyện riêng: không bao giờ đăng lên trang."),
        required=False,
    )

    def act(self, question: Question, *, user: User, at: datetime) -> None:
        data = self.cleaned_data
        answer_question(
            question_pk=question.pk,
            room=data["room"],
            reply=data["reply"],
            is_private=data["is_private"],
            user=user,
            at=at,
        )


class DeclineForm(StepForm):
    name = "decline"
    is_folded = True
    label = _("Không trả lời, nêu lý do")
    done = _("Người hỏi đọc được lý do qua mã tra cứu, và qua thư nếu có địa chỉ.")

    room = RoomField()
    reason = LongText(
        rows=5,
        label=_("Lý do"),
        help_text=_("Người hỏi đọc đúng lời này. Hãy chỉ nơi có thể trả lời. Ít nhất 20 ký tự."),
    )

    def act(self, question: Question, *, user: User, at: datetime) -> None:
        data = self.cleaned_data
        decline_question(question_pk=question.pk, room=data["room"], reason=data["reason"], user=user, at=at)


class WithdrawForm(StepForm):
    name = "withdraw"
    is_folded = True
    label = _("Xóa họ tên và cách liên hệ ngay")
    done = _("Họ tên và cách liên hệ của người hỏi đã được xóa, kể cả tên trên trang đã đăng.")

    def act(self, question: Question, *, user: User, at: datetime) -> None:
        withdraw_agreement(question_pk=question.pk)


class PublishForm(StepForm):
    name = "publish"
    label = _("Đăng lên mục Hỏi – Đáp")
    done = _("Câu hỏi và câu trả lời đã lên trang.")

    title = forms.CharField(
        label=_("Câu hỏi trong một dòng"),
        max_length=200,
        error_messages={"required": _("Hãy viết câu hỏi gọn trong một dòng để làm tiêu đề.")},
    )
    text = LongText(
        rows=8,
        label=_("Câu hỏi như sẽ đăng"),
        help_text=_("Bỏ tên học sinh, số điện thoại, địa chỉ và mọi điều riêng tư."),
    )

    def act(self, question: Question, *, user: User, at: datetime) -> None:
        publish_question(
            question_pk=question.pk, title=self.cleaned_data["title"], text=self.cleaned_data["text"], user=user
        )
