"""What a citizen sent. Readers never see this row: a published answer is a page of its own."""

import secrets
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sites.questions.enums import QuestionState, Topic
from sites.questions.models.pages import QuestionPage

# Without 0 O 1 I L U: read out on the telephone, typed from paper. 12 of 30 characters are 59 bits.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH, CODE_GROUP = 12, 4
# How long name and contact are kept: told in the form, held by sites.questions.actions.erase.
KEPT_AFTER_ANSWER = timedelta(days=90)
KEPT_AT_MOST = timedelta(days=365)


def new_code() -> str:
    """Return a tracking code nobody can guess: "7K4M-29XW-C3TR"."""
    return group_code("".join(secrets.choice(CODE_ALPHABET) for _place in range(CODE_LENGTH)))


def group_code(letters: str) -> str:
    """Return the letters of a code in groups of four."""
    starts = range(0, len(letters), CODE_GROUP)
    return "-".join(letters[start : start + CODE_GROUP] for start in starts)


class Question(models.Model):
    """One question and what became of it.

    form_key: of the form it came with, so that a form sent twice is one question. asker_name, contact: the only
    personal data; emptied on `erase_date`. consent_words: the sentence the asker agreed to, kept as evidence.
    shows_name: the asker wants the name beside the published question. page: the published answer, if any.
    """

    code = models.CharField(_("mã tra cứu"), max_length=14, unique=True, editable=False)
    form_key = models.UUIDField(unique=True, editable=False)
    topic = models.CharField(_("lĩnh vực"), max_length=15, choices=Topic)
    text = models.TextField(_("câu hỏi"), max_length=3000)
    asker_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    contact = models.CharField(_("thư điện tử hoặc điện thoại"), max_length=120, blank=True)
    consent_words = models.TextField(_("lời đồng ý"), blank=True)
    shows_name = models.BooleanField(_("hiện họ tên"), default=False)
    is_private = models.BooleanField(_("trả lời riêng"), default=False)
    received_at = models.DateTimeField(_("nhận lúc"), db_index=True)
    erase_date = models.DateField(_("ngày xóa dữ liệu cá nhân"))
    state = models.CharField(_("tình trạng"), max_length=10, choices=QuestionState, default=QuestionState.RECEIVED)
    room = models.CharField(_("nơi trả lời"), max_length=150, blank=True)
    reply = models.TextField(_("nội dung trả lời"), blank=True)
    replied_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)
    page = models.OneToOneField(
        QuestionPage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("trang đã đăng"),
    )

    class Meta:
        verbose_name = _("câu hỏi")
        verbose_name_plural = _("câu hỏi")
        ordering = ["-received_at"]
        default_permissions = ("view", "change")
        indexes = [
            models.Index(fields=["erase_date"], condition=~Q(asker_name="", contact=""), name="question_personal_data")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=QuestionState.RECEIVED) | (~Q(reply="") & Q(replied_at__isnull=False)),
                name="question_reply_has_words",
            ),
            models.CheckConstraint(
                condition=Q(asker_name="", contact="") | ~Q(consent_words=""), name="question_data_has_consent"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def has_personal_data(self) -> bool:
        """Return whether anything here or on the published page tells who asked. Reads the page."""
        return bool(self.asker_name or self.contact or (self.page and self.page.asker_name))

    @property
    def heading(self) -> str:
        """Return the question's first words, for the list."""
        return Truncator(" ".join(self.text.split())).chars(90)
