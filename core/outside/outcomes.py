from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """How an address answered, in words for an editor.

    NO_HOST is also what a name of a private network gives: an answer must not tell which names exist there.
    """

    UNCHECKED = "", _("chưa kiểm tra")
    ANSWERED = "mo-duoc", _("mở được")
    NO_HOST = "khong-thay", _("không tìm thấy máy chủ này trên mạng công cộng")
    SILENT = "khong-tra-loi", _("máy chủ không trả lời")
    BAD_CERTIFICATE = "chung-chi", _("chứng chỉ bảo mật của trang không hợp lệ")
    NOT_FOUND = "khong-con", _("máy chủ báo không còn trang này")
    SERVER_ERROR = "may-chu-loi", _("máy chủ báo đang lỗi")
    ENDLESS = "vong-quanh", _("trang chuyển hướng vòng quanh")
    UNUSABLE = "khong-dung", _("trang chuyển đến một địa chỉ không mở được bằng trình duyệt")


# What may be the fault of our own line rather than theirs.
UNREACHED = frozenset({Outcome.NO_HOST, Outcome.SILENT})
