from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.text.normalize import clean_text
from core.text.sort_key import sort_key
from sites.people.models.dated import DatedRow


class Official(DatedRow):
    """Somebody who holds a post in the unit, with what the law asks to publish: name, post, office phone, duties.

    Who leaves is ended by `valid_until`; the row stays. Everything here is public data except a photograph without
    `photo_consent`. Source: TT 37/2020 Đ9, TT 53/2012 Đ14.1, TT 09/2024 Đ4; NĐ 356/2025 Đ3 for the photograph.
    """

    full_name = models.CharField(_("họ và tên"), max_length=120)
    title = models.CharField(_("chức vụ"), max_length=150)
    part = models.ForeignKey(
        "cms_people.OrganizationPart",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="officials",
        verbose_name=_("bộ phận"),
    )
    is_leader = models.BooleanField(_("thuộc ban lãnh đạo"), default=False)
    is_spokesperson = models.BooleanField(_("là người phát ngôn"), default=False)
    duties = models.TextField(_("nhiệm vụ"), blank=True, max_length=1000)
    phone = models.CharField(
        _("điện thoại công vụ"), max_length=60, blank=True, help_text=_("Mọi người đọc được. Đừng ghi số riêng.")
    )
    email = models.EmailField(_("thư điện tử công vụ"), blank=True)
    photo = models.ForeignKey(
        "media.UnitImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("ảnh chân dung"),
    )
    photo_consent = models.BooleanField(
        _("người này đã đồng ý cho đăng ảnh"),
        default=False,
        help_text=_("Ảnh chỉ hiện khi ô này được đánh dấu. Bỏ dấu thì ảnh biến mất ngay."),
    )
    position = models.PositiveSmallIntegerField(
        _("thứ tự"), default=100, help_text=_("Số nhỏ đứng trước; cùng số thì xếp theo tên.")
    )
    sort_key = models.CharField(max_length=400, editable=False)

    class Meta:
        verbose_name = _("cán bộ")
        verbose_name_plural = _("lãnh đạo và cán bộ")
        ordering: ClassVar[list[Any]] = ["position", "sort_key"]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["position", "sort_key"], name="official_order")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="official_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name}, {self.title}"

    def clean(self) -> None:
        super().clean()
        for field in ("full_name", "title", "duties"):
            setattr(self, field, clean_text(getattr(self, field)).strip())
        if self.photo_consent and self.photo is None:
            raise ValidationError({"photo": _("Chưa có ảnh nào để đồng ý. Hãy chọn ảnh hoặc bỏ dấu ở ô đồng ý.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key by which a Vietnamese list is ordered: the given name, which stands last, first."""
        family, _space, given = self.full_name.rpartition(" ")
        self.sort_key = sort_key(f"{given} {family}")
        super().save(*args, **kwargs)
