from datetime import date, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from core.frontend.formats import short_date
from core.text.normalize import clean_text


def monday_of(day: date) -> date:
    """Return the first day of the week that `day` is in."""
    return day - timedelta(days=day.weekday())


class ScheduleWeek(DraftStateMixin, RevisionMixin, ClusterableModel):
    """One week's schedule, Monday to Sunday. What a draft says waits in its revision; the rows are what readers see.

    shown: the entries as readers saw them last (see sites.schedule.changes), null before the first publication.
    changes: what was changed after that, oldest first. Both belong to the week and not to a revision of it.
    """

    monday = models.DateField(
        gettext_lazy("tuần có ngày"),
        unique=True,
        help_text=gettext_lazy("Chọn một ngày bất kỳ trong tuần; lịch tính từ thứ Hai đến Chủ nhật."),
        error_messages={"unique": gettext_lazy("Tuần này đã có lịch. Hãy mở lịch của tuần đó để sửa.")},
    )
    note = models.TextField(
        gettext_lazy("ghi chú chung"),
        blank=True,
        max_length=500,
        help_text=gettext_lazy("Ví dụ: Lịch này thay giấy mời họp nội bộ."),
    )
    shown = models.JSONField(null=True, editable=False)
    changes = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = gettext_lazy("lịch tuần")
        verbose_name_plural = gettext_lazy("lịch công tác")
        ordering: ClassVar[list[str]] = ["-monday"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(monday__iso_week_day=1), name="schedule_week_starts_on_monday"),
        ]

    def __str__(self) -> str:
        return _("Tuần %(number)d, từ %(first)s đến %(last)s") % {
            "number": self.monday.isocalendar().week,
            "first": f"{self.monday.day:02}/{self.monday.month:02}",
            "last": short_date(self.sunday),
        }

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def standing(self) -> str:
        """Return where the week stands, for those who write it."""
        if not self.live:
            return _("Đã gỡ") if self.first_published_at else _("Bản nháp")
        if self.has_unpublished_changes:
            return _("Đã đăng, có bản nháp mới")
        return _("Đã đăng và sửa lại") if self.changes else _("Đã đăng")

    def clean(self) -> None:
        super().clean()
        if self.monday:
            self.monday = monday_of(self.monday)
        self.note = clean_text(self.note).strip()

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Keep what belongs to the week when a revision of it is looked at or published."""
        week = super().with_content_json(content)
        week.shown, week.changes = self.shown, self.changes
        return week
