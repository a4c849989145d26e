from django.db import models
from django.utils.translation import gettext_lazy as _


class TextState(models.TextChoices):
    """What is known of a file's text. Whatever is not waiting has been tried with an extractor and stays so."""

    WAITING = "waiting", _("Đang chờ đọc")
    DONE = "done", _("Đã đọc")
    NO_TEXT_LAYER = "no_text", _("Không có lớp chữ")
    FAILED = "failed", _("Không đọc được")


class Reason(models.TextChoices):
    """Why a file could not be read, as its editor reads it."""

    EMPTY = "empty", _("Tệp trống, bên trong không có gì.")
    PASSWORD = "password", _("Tệp đặt mật khẩu nên máy tìm kiếm không mở được.")
    DAMAGED = "damaged", _("Tệp bị hỏng hoặc thiếu một phần nên máy tìm kiếm không mở được.")
    FOREIGN = "foreign", _("Bên trong tệp không phải là loại mà tên tệp cho biết.")
    TOO_HEAVY = "too_heavy", _("Tệp cần quá nhiều bộ nhớ hoặc thời gian để đọc.")
    MISSING = "missing", _("Tệp không còn trong kho của đơn vị.")
