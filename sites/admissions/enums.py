"""The named sets a notice chooses from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AdmissionKind(TextChoices):
    ADMISSION = "tuyen-sinh", _("Tuyển sinh")
    EXAM = "ky-thi", _("Kỳ thi")


class EntryLevel(TextChoices):
    """What one is admitted to, or examined for, as families say it."""

    PRESCHOOL = "mam-non", _("Mầm non")
    GRADE_1 = "lop-1", _("Lớp 1")
    GRADE_6 = "lop-6", _("Lớp 6")
    GRADE_10 = "lop-10", _("Lớp 10")
    GRADUATION = "tot-nghiep", _("Tốt nghiệp THPT")
    CONTINUING = "thuong-xuyen", _("Giáo dục thường xuyên, nghề")
    COURSE = "khoa-hoc", _("Ngoại ngữ, tin học")
    GIFTED = "hoc-sinh-gioi", _("Học sinh giỏi, cuộc thi")
    OTHER = "khac", _("Khác")


class AdmissionState(TextChoices):
    """Follows from the dates; nobody has to press anything."""

    NOT_OPEN = "sap-mo", _("Sắp nhận hồ sơ")
    OPEN = "con-han", _("Đang nhận hồ sơ")
    EXPIRED = "het-han", _("Đã hết hạn")
