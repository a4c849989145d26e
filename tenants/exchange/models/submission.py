import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenants.exchange.states import FINAL, NewsClass, RefusalGround, Side, State, TakeDownReason


class Submission(models.Model):
    """A row of the ledger: one post on its way from a unit to its receiver. Changed only by tenants.exchange.actions.

    `page_id` and `portal_page_id` are primary keys inside the sender's and the receiver's schema: no foreign keys.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sender = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="submissions")
    receiver = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="received_submissions")
    page_id = models.BigIntegerField()
    path = models.CharField(max_length=500)
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=20, choices=State, default=State.SUBMITTED)
    news_class = models.CharField(max_length=12, choices=NewsClass, default=NewsClass.NEWS)
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="later")

    sent_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey("identity.Identity", null=True, on_delete=models.PROTECT, related_name="+")

    claimed_by = models.ForeignKey(
        "identity.Identity", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    claim_expires_at = models.DateTimeField(null=True, blank=True)
    room = models.ForeignKey("units.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        "identity.Identity", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    publish_at = models.DateTimeField(null=True, blank=True)

    refusal_ground = models.PositiveSmallIntegerField(null=True, blank=True, choices=RefusalGround)
    words = models.TextField(_("lời của người xử lý"), blank=True)
    portal_page_id = models.BigIntegerField(null=True, blank=True)
    portal_path = models.CharField(max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    taken_down_by = models.CharField(max_length=6, choices=Side, blank=True)
    take_down_reason = models.CharField(max_length=10, choices=TakeDownReason, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("bài gửi Sở")
        verbose_name_plural = _("bài gửi Sở")
        constraints = [
            # Sent twice: one row. A refused or recalled post may be sent again, as a new row linked to the old.
            models.UniqueConstraint(
                fields=["sender", "page_id"], condition=~Q(state__in=sorted(FINAL)), name="submission_one_open_row"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="submission_state_known"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(news_class=NewsClass.NEWS) | Q(approved_by__isnull=False),
                name="submission_professional_needs_approval",
            ),
        ]
        indexes = [
            models.Index(fields=["receiver", "state", "sent_at"], name="submission_desk_queue"),
            models.Index(fields=["sender", "-sent_at"], name="submission_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title
