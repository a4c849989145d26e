from datetime import date, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks

from core.frontend.formats import short_date
from sites.disclosures.fields import TableStreamField
from sites.models import BasePage

SATURDAY = 5
MONTH_PLAN_DAY = 25
WORDS_FOUND = 8


class PlanKind(models.TextChoices):
    """What is published for a week or a month ahead (TT 09/2024 Đ15)."""

    MENU = "menu", gettext_lazy("Thực đơn tuần")
    WEEK = "week", gettext_lazy("Kế hoạch tuần")
    MONTH = "month", gettext_lazy("Kế hoạch tháng")


class PeriodPlansPage(BasePage):
    """The section: the menu and the plans of this week and month, the next ones, and those before."""

    registry_type = "period_plans"

    page_description = gettext_lazy("Thực đơn và kế hoạch theo tuần, tháng. Nội dung nhập ở mục Thực đơn, kế hoạch.")
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = gettext_lazy("Thực đơn, kế hoạch")
        verbose_name_plural = gettext_lazy("Thực đơn, kế hoạch")

    def words(self) -> list[str]:
        """Return what search reads: the newest plans."""
        return [f"{plan}: {plan.text}" for plan in PeriodPlan.objects.all()[:WORDS_FOUND]]


def week_days() -> list[dict[str, Any]]:
    """Return the rows a new plan starts with."""
    days = (_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"))
    return [{"type": "row", "value": {"when": day, "main": "", "extra": ""}} for day in days]


class PeriodPlan(models.Model):
    """A menu or a plan of one week or month, public once saved. starts_date: a Monday, or the first of a month."""

    kind = models.CharField(gettext_lazy("loại"), max_length=10, choices=PlanKind)
    starts_date = models.DateField(
        gettext_lazy("bắt đầu từ ngày"),
        help_text=gettext_lazy("Thực đơn và kế hoạch tuần: ngày thứ Hai. Kế hoạch tháng: ngày mùng 1."),
    )
    rows = TableStreamField(
        [
            (
                "row",
                blocks.StructBlock(
                    [
                        ("when", blocks.CharBlock(label=gettext_lazy("Thứ, tuần"), max_length=60)),
                        ("main", blocks.TextBlock(label=gettext_lazy("Bữa chính, nội dung"), rows=2, max_length=1000)),
                        (
                            "extra",
                            blocks.TextBlock(
                                label=gettext_lazy("Bữa phụ, ghi chú"), rows=2, max_length=1000, required=False
                            ),
                        ),
                    ],
                    label=gettext_lazy("Dòng"),
                    icon="list-ul",
                ),
            )
        ],
        verbose_name=gettext_lazy("nội dung"),
        default=week_days,
        max_num=12,
    )
    published_at = models.DateTimeField(gettext_lazy("đăng lúc"), auto_now_add=True)

    class Meta:
        verbose_name = gettext_lazy("thực đơn, kế hoạch")
        verbose_name_plural = gettext_lazy("thực đơn, kế hoạch")
        ordering = ["-starts_date", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "starts_date"],
                name="one_plan_a_period",
                violation_error_message=gettext_lazy(
                    "Thực đơn hoặc kế hoạch bắt đầu từ ngày này đã có. Hãy sửa bản đó hoặc chọn ngày khác."
                ),
            )
        ]

    def __str__(self) -> str:
        if self.kind == PlanKind.MONTH:
            return _("Kế hoạch tháng %(month)d/%(year)d") % {
                "month": self.starts_date.month,
                "year": self.starts_date.year,
            }
        return _("%(kind)s từ %(first)s đến %(last)s") % {
            "kind": self.get_kind_display(),
            "first": short_date(self.starts_date),
            "last": short_date(self.ends_date),
        }

    def clean(self) -> None:
        if not self.starts_date:
            return
        if self.kind == PlanKind.MONTH and self.starts_date.day != 1:
            raise ValidationError({"starts_date": _("Kế hoạch tháng bắt đầu từ ngày mùng 1. Hãy chọn lại ngày.")})
        if self.kind in {PlanKind.MENU, PlanKind.WEEK} and self.starts_date.weekday() != 0:
            raise ValidationError({"starts_date": _("Tuần bắt đầu từ thứ Hai. Hãy chọn một ngày thứ Hai.")})

    @property
    def ends_date(self) -> date:
        """Return the last day: Sunday, or the last of the month."""
        if self.kind == PlanKind.MONTH:
            return next_start(PlanKind.MONTH, self.starts_date) - timedelta(days=1)
        return self.starts_date + timedelta(days=6)

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """Return (when, main, extra) of each row. No query."""
        values = (block["value"] for block in self.rows.raw_data)
        return [(value.get("when") or "", value.get("main") or "", value.get("extra") or "") for value in values]

    @property
    def text(self) -> str:
        return "; ".join(" ".join(filter(None, line)) for line in self.lines)


def period_start(kind: str, day: date) -> date:
    """Return when the week or month of `day` begins."""
    return day.replace(day=1) if kind == PlanKind.MONTH else day - timedelta(days=day.weekday())


def next_start(kind: str, day: date) -> date:
    """Return when the week or month after that of `day` begins."""
    start = period_start(kind, day)
    return (start + timedelta(days=32)).replace(day=1) if kind == PlanKind.MONTH else start + timedelta(days=7)


def due_before(kind: str, starts_date: date) -> date:
    """Return the day before which the plan must be public: the 25th of the month before, or the Saturday before."""
    if kind == PlanKind.MONTH:
        return (starts_date - timedelta(days=1)).replace(day=MONTH_PLAN_DAY)
    return starts_date - timedelta(days=7 - SATURDAY)
