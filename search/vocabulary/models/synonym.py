from django.db import models
from django.utils.translation import gettext_lazy as _


class Strength(models.TextChoices):
    """Strong: whichever form is typed, all are searched. Weak: a short form finds the long ones, not the reverse."""

    STRONG = "strong", _("Hai chiều: gõ chữ nào cũng tìm tất cả")
    WEAK = "weak", _("Một chiều: gõ chữ viết tắt thì tìm cả chữ đầy đủ")


class Synonym(models.Model):
    """Spellings that mean one thing. Written only by search.vocabulary.actions; read by search.vocabulary.current.

    changed_by: name of the person, since accounts live in units. None of it needs a reindex: the application asks in
    all spellings (search.md §8.5).
    """

    strength = models.CharField(_("cách dùng"), max_length=6, choices=Strength, default=Strength.STRONG)
    is_active = models.BooleanField(
        _("đang dùng"), default=True, help_text=_("Bỏ dấu chọn để tạm ngừng mà không mất các chữ đã nhập.")
    )
    note = models.CharField(
        _("ghi chú"), max_length=200, blank=True, help_text=_("Dành cho đồng nghiệp; người đọc không thấy.")
    )
    changed_at = models.DateTimeField(_("sửa lúc"), auto_now=True)
    changed_by = models.CharField(_("người sửa"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("nhóm từ đồng nghĩa")
        verbose_name_plural = _("nhóm từ đồng nghĩa")
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(strength__in=Strength.values), name="vocabulary_strength_known"),
        ]

    def __str__(self) -> str:
        return " = ".join(spelling.text for spelling in self.spellings.all())
