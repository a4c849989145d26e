from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionState(models.TextChoices):
    """RECEIVED → ANSWERED or DECLINED. Whether readers see it is a matter of its page, not of the state."""

    RECEIVED = "received", _("Đã nhận")
    ANSWERED = "answered", _("Đã trả lời")
    DECLINED = "declined", _("Không trả lời")


class Topic(models.TextChoices):
    """What a question is about: in the form, as a filter, and for the room that answers."""

    ADMISSIONS = "tuyen-sinh", _("Tuyển sinh, thi cử")
    TEACHING = "day-hoc", _("Dạy và học")
    TRANSFER = "chuyen-truong", _("Chuyển trường, hồ sơ học sinh")
    DIPLOMAS = "van-bang", _("Văn bằng, chứng chỉ")
    MONEY = "hoc-phi", _("Học phí, các khoản thu, hỗ trợ")
    STAFF = "nha-giao", _("Nhà giáo, tuyển dụng")
    SAFETY = "an-toan", _("An toàn, bữa ăn, cơ sở vật chất")
    OTHER = "khac", _("Việc khác")
