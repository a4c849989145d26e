"""What was answered. Nothing tells who: no name, no address, no time of a vote."""

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sites.polls.models.pages import PollPage


class Vote(models.Model):
    """One vote. form_key: a form sent twice is one vote. choice: id of the choice in the page."""

    page = models.ForeignKey(PollPage, on_delete=models.CASCADE, related_name="votes")
    form_key = models.UUIDField(unique=True)
    choice = models.CharField(max_length=36)

    class Meta:
        indexes = [models.Index(fields=["page", "choice"], name="vote_page_choice")]
        default_permissions = ()

    def __str__(self) -> str:
        return self.choice


class Opinion(models.Model):
    """Words from the box, for editors only. received_date: the day alone."""

    page = models.ForeignKey(
        PollPage, on_delete=models.CASCADE, related_name="opinions", verbose_name=_("thăm dò ý kiến")
    )
    form_key = models.UUIDField(unique=True, editable=False)
    text = models.TextField(_("ý kiến"), max_length=2000)
    received_date = models.DateField(_("ngày nhận"))

    class Meta:
        verbose_name = _("ý kiến thăm dò")
        verbose_name_plural = _("ý kiến thăm dò")
        ordering = ["-received_date", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """Return the opinion's first words, for the list."""
        return Truncator(" ".join(self.text.split())).chars(90)
