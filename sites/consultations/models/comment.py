from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sites.consultations.models.pages import ConsultationPage

KEPT_AFTER_CLOSING = timedelta(days=90)


class ReceivedComment(models.Model):
    """What a citizen wrote about a draft; read by editors only.

    form_key: a form sent twice is one comment. full_name, contact: emptied on `erase_date`, 90 days after the closing.
    """

    page = models.ForeignKey(
        ConsultationPage, on_delete=models.CASCADE, related_name="received", verbose_name=_("dự thảo")
    )
    form_key = models.UUIDField(unique=True, editable=False)
    text = models.TextField(_("ý kiến"), max_length=5000)
    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    contact = models.CharField(_("thư điện tử hoặc điện thoại"), max_length=120, blank=True)
    consent_words = models.TextField(_("lời đồng ý"), blank=True)
    received_at = models.DateTimeField(_("nhận lúc"), db_index=True)
    erase_date = models.DateField(_("ngày xóa dữ liệu cá nhân"))

    class Meta:
        verbose_name = _("ý kiến góp ý")
        verbose_name_plural = _("ý kiến góp ý")
        ordering = ["-received_at"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(full_name="", contact="") | ~Q(consent_words=""), name="comment_data_has_consent"
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """Return the comment's first words, for the list."""
        return Truncator(" ".join(self.text.split())).chars(90)
