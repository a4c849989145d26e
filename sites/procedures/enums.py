"""The named sets a procedure chooses from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProcedureField(TextChoices):
    """Lĩnh vực: what readers filter the list by."""

    PRESCHOOL = "mam-non", _("Giáo dục mầm non")
    GENERAL = "pho-thong", _("Giáo dục phổ thông")
    CONTINUING = "thuong-xuyen", _("Giáo dục nghề nghiệp, thường xuyên")
    EXAMS = "thi-tuyen-sinh", _("Thi, tuyển sinh")
    CERTIFICATES = "van-bang", _("Văn bằng, chứng chỉ")
    INSTITUTIONS = "co-so-giao-duc", _("Thành lập, tổ chức cơ sở giáo dục")
    STAFF = "nha-giao", _("Nhà giáo, cán bộ")
    OTHER = "khac", _("Lĩnh vực khác")


class ServiceLevel(TextChoices):
    """How much of a procedure the national portal does online (NĐ 42/2022 names the first two)."""

    FULL = "toan-trinh", _("Dịch vụ công trực tuyến toàn trình")
    PARTIAL = "mot-phan", _("Dịch vụ công trực tuyến một phần")
    OFFLINE = "truc-tiep", _("Nộp trực tiếp hoặc qua bưu chính")
    UNKNOWN = "", _("Chưa có thông tin")


class Fee(TextChoices):
    """FREE needs the law that says so; what nobody has looked up is UNKNOWN and never free."""

    UNKNOWN = "chua-ro", _("Chưa có thông tin, hãy hỏi nơi nhận hồ sơ")
    FREE = "khong-thu", _("Không thu phí")
    CHARGED = "co-thu", _("Có thu phí, lệ phí")
