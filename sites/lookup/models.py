from datetime import datetime, timedelta
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text.normalize import clean_text
from sites.lookup.sheet import Sheet
from sites.models import BasePage

KEPT_AT_MOST = timedelta(days=366)


class LookupPage(BasePage):
    """The section: the exams whose results are open or will be. The exams are a list (Exam), not pages below it."""

    page_description = gettext_lazy(
        "Danh sách kỳ thi tra được kết quả. Kỳ thi và tệp kết quả ở mục “Tra cứu kết quả thi” bên trái."
    )
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = gettext_lazy("trang tra cứu kết quả thi")
        verbose_name_plural = gettext_lazy("trang tra cứu kết quả thi")


class ExamState(models.TextChoices):
    """Follows from the times and from whether a list has been loaded."""

    WAITING = "waiting", gettext_lazy("Sắp mở")
    OPEN = "open", gettext_lazy("Đang mở")
    NOT_LOADED = "not_loaded", gettext_lazy("Chưa có kết quả")
    REMOVED = "removed", gettext_lazy("Đã xóa kết quả")


class Exam(models.Model):
    """One exam. results: the file of rows that readers' questions are answered from, sheet: what is known of it.

    checked, checked_sheet: a list that was read without a mistake and waits for somebody's word. Both files lie in the
    unit's private folder, where no address leads (core.media.storage). removed_at: when the last rows were deleted.
    """

    title = models.CharField(
        gettext_lazy("tên kỳ thi"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Kỳ thi tuyển sinh vào lớp 10 năm học 2027–2028."),
        error_messages={"blank": gettext_lazy("Chưa ghi tên kỳ thi. Hãy ghi như trên giấy báo dự thi.")},
    )
    source = models.CharField(
        gettext_lazy("nơi công bố"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy(
            "Hiện dưới kết quả. Ví dụ: Hội đồng thi tuyển sinh lớp 10. Để trống thì ghi tên đơn vị."
        ),
    )
    note = models.TextField(
        gettext_lazy("lời dặn"),
        max_length=600,
        blank=True,
        help_text=gettext_lazy("Hiện dưới ô tra cứu. Ví dụ: Đơn phúc khảo nộp tại trường đến hết ngày 30/6/2027."),
    )
    opens_at = models.DateTimeField(
        gettext_lazy("mở tra cứu lúc"),
        help_text=gettext_lazy("Đúng phút này trang tự mở. Trước đó người đọc chỉ thấy giờ mở."),
    )
    removal_date = models.DateField(
        gettext_lazy("xóa kết quả sau ngày"),
        help_text=gettext_lazy("Hết ngày này mọi kết quả tự xóa hẳn khỏi máy chủ. Nhiều nhất một năm sau ngày mở."),
    )
    results = models.FileField(max_length=200, blank=True, editable=False)
    sheet = models.JSONField(default=dict, editable=False)
    checked = models.FileField(max_length=200, blank=True, editable=False)
    checked_sheet = models.JSONField(default=dict, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = gettext_lazy("kỳ thi")
        verbose_name_plural = gettext_lazy("kỳ thi")
        ordering: ClassVar[list[str]] = ["-opens_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def loaded(self) -> Sheet | None:
        """Return what is known of the list that answers readers, None without one."""
        return Sheet.from_json(self.sheet) if self.results else None

    @property
    def waiting(self) -> Sheet | None:
        """Return what is known of the list that was read and not yet put in place."""
        return Sheet.from_json(self.checked_sheet) if self.checked else None

    def state_at(self, at: datetime) -> ExamState:
        if self.removed_at and not self.results:
            return ExamState.REMOVED
        if at < self.opens_at:
            return ExamState.WAITING
        return ExamState.OPEN if self.results else ExamState.NOT_LOADED

    @property
    def standing(self) -> str:
        """Return where the exam stands, for those who keep it."""
        state = self.state_at(timezone.now())
        if state == ExamState.WAITING and not self.results:
            return _("Sắp mở, chưa nạp kết quả")
        return str(state.label)

    def clean(self) -> None:
        super().clean()
        for name in ("title", "source", "note"):
            setattr(self, name, clean_text(getattr(self, name)).strip())
        if self.opens_at and self.removal_date:
            first = timezone.localdate(self.opens_at)
            if not first <= self.removal_date <= first + KEPT_AT_MOST:
                sentence = _("Ngày xóa kết quả phải từ ngày mở trở đi và không quá một năm sau. Hãy xem lại hai ngày.")
                raise ValidationError({"removal_date": sentence})
