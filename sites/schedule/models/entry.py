import uuid
from datetime import date, time, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey

from core.frontend.formats import WEEKDAYS, clock
from core.text.normalize import clean_text

# Between them a meeting may be called morning or afternoon.
_NOON, _AFTERNOON_AT_LATEST = time(11, 30), time(13, 30)


class Session(models.IntegerChoices):
    """A half of the working day; the values are their order in the list."""

    ALL_DAY = 0, gettext_lazy("Cả ngày")
    MORNING = 1, gettext_lazy("Sáng")
    AFTERNOON = 2, gettext_lazy("Chiều")


class ScheduleEntry(models.Model):
    """One piece of work of a week. uid: the same through all its changes, for readers' calendars."""

    week = ParentalKey("cms_schedule.ScheduleWeek", on_delete=models.CASCADE, related_name="entries")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    weekday = models.PositiveSmallIntegerField(gettext_lazy("thứ"), choices=list(enumerate(WEEKDAYS)))
    session = models.PositiveSmallIntegerField(
        gettext_lazy("buổi"), choices=Session, blank=True, help_text=gettext_lazy("Để trống thì tính theo giờ bắt đầu.")
    )
    starts_at = models.TimeField(gettext_lazy("từ giờ"), null=True, blank=True)
    ends_at = models.TimeField(gettext_lazy("đến giờ"), null=True, blank=True)
    content = models.CharField(
        gettext_lazy("nội dung"),
        max_length=500,
        error_messages={"blank": gettext_lazy("Chưa ghi nội dung công việc. Hãy ghi một câu.")},
    )
    chair = models.CharField(gettext_lazy("chủ trì"), max_length=150, blank=True)
    participants = models.CharField(gettext_lazy("thành phần"), max_length=500, blank=True)
    place = models.CharField(gettext_lazy("địa điểm"), max_length=200, blank=True)
    prepared_by = models.CharField(gettext_lazy("đơn vị chuẩn bị"), max_length=150, blank=True)

    class Meta:
        verbose_name = gettext_lazy("việc trong tuần")
        verbose_name_plural = gettext_lazy("việc trong tuần")
        ordering: ClassVar[list[str]] = ["weekday", "session", "starts_at", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="schedule_entry_weekday_of_week"),
        ]

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]}: {self.content}"

    def day_in(self, monday: date) -> date:
        return monday + timedelta(days=self.weekday)

    def clean(self) -> None:
        super().clean()
        for name in ("content", "chair", "participants", "place", "prepared_by"):
            setattr(self, name, " ".join(clean_text(getattr(self, name)).split()))
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Giờ kết thúc phải sau giờ bắt đầu. Hãy xem lại hai giờ.")})
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": _("Đã có giờ kết thúc mà chưa có giờ bắt đầu. Hãy ghi giờ bắt đầu.")})
        self._settle_session()

    def _settle_session(self) -> None:
        """Take the half of the day from the time; refuse one that contradicts it."""
        has_session = self.session in Session.values  # a form leaves "" for an empty choice
        if not has_session and self.starts_at is None:
            raise ValidationError({"session": _("Hãy chọn buổi hoặc ghi giờ bắt đầu.")})
        if self.starts_at is None or self.session == Session.ALL_DAY:
            return
        by_time = Session.AFTERNOON if self.starts_at >= time(12) else Session.MORNING
        if not has_session:
            self.session = by_time
        elif self.session != by_time and not _NOON <= self.starts_at < _AFTERNOON_AT_LATEST:
            words = {"time": clock(self.starts_at), "session": by_time.label.lower()}  # type: ignore[arg-type]
            raise ValidationError({"session": _("%(time)s là buổi %(session)s. Hãy sửa giờ hoặc buổi.") % words})
