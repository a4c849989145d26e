"""The named sets a resource and a link choose from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ResourceKind(TextChoices):
    LESSON = "bai-giang", _("Bài giảng")
    PLAN = "ke-hoach-bai-day", _("Kế hoạch bài dạy")
    EXERCISES = "de-bai-tap", _("Đề kiểm tra, bài tập")
    BOOK = "sach-tai-lieu", _("Sách, tài liệu tham khảo")
    MEDIA = "hoc-lieu-so", _("Học liệu số: phim, âm thanh, mô phỏng")
    SOFTWARE = "phan-mem", _("Phần mềm")
    INITIATIVE = "sang-kien", _("Sáng kiến, kinh nghiệm")
    RESEARCH = "nghien-cuu", _("Nghiên cứu khoa học")
    OTHER = "khac", _("Tài nguyên khác")


class Subject(TextChoices):
    """Môn học: those of the general education program of 2018, and what belongs to none."""

    GENERAL = "", _("Chung, không theo môn")
    LITERATURE = "ngu-van", _("Tiếng Việt, Ngữ văn")
    MATHEMATICS = "toan", _("Toán")
    LANGUAGES = "ngoai-ngu", _("Ngoại ngữ")
    ETHNIC_LANGUAGES = "tieng-dan-toc", _("Tiếng dân tộc thiểu số")
    CIVICS = "dao-duc", _("Đạo đức, Giáo dục công dân, Kinh tế và pháp luật")
    SCIENCE = "khoa-hoc", _("Tự nhiên và Xã hội, Khoa học, Khoa học tự nhiên")
    PHYSICS = "vat-li", _("Vật lí")
    CHEMISTRY = "hoa-hoc", _("Hóa học")
    BIOLOGY = "sinh-hoc", _("Sinh học")
    HISTORY = "lich-su-dia-li", _("Lịch sử và Địa lí")
    COMPUTING = "tin-hoc", _("Tin học")
    TECHNOLOGY = "cong-nghe", _("Công nghệ")
    ARTS = "nghe-thuat", _("Âm nhạc, Mĩ thuật")
    SPORTS = "the-chat", _("Giáo dục thể chất")
    DEFENSE = "quoc-phong", _("Giáo dục quốc phòng và an ninh")
    EXPERIENCE = "trai-nghiem", _("Hoạt động trải nghiệm, hướng nghiệp")
    LOCAL = "dia-phuong", _("Giáo dục địa phương")
    CARE = "cham-soc", _("Chăm sóc, nuôi dưỡng trẻ")
    MANAGEMENT = "quan-li", _("Quản lí giáo dục")


class Grade(TextChoices):
    """Lớp, cấp học: a single grade, or a level as a whole."""

    ALL = "", _("Mọi cấp học")
    PRESCHOOL = "mam-non", _("Mầm non")
    PRIMARY = "tieu-hoc", _("Tiểu học, mọi lớp")
    GRADE_1 = "1", _("Lớp 1")
    GRADE_2 = "2", _("Lớp 2")
    GRADE_3 = "3", _("Lớp 3")
    GRADE_4 = "4", _("Lớp 4")
    GRADE_5 = "5", _("Lớp 5")
    LOWER_SECONDARY = "thcs", _("Trung học cơ sở, mọi lớp")
    GRADE_6 = "6", _("Lớp 6")
    GRADE_7 = "7", _("Lớp 7")
    GRADE_8 = "8", _("Lớp 8")
    GRADE_9 = "9", _("Lớp 9")
    UPPER_SECONDARY = "thpt", _("Trung học phổ thông, mọi lớp")
    GRADE_10 = "10", _("Lớp 10")
    GRADE_11 = "11", _("Lớp 11")
    GRADE_12 = "12", _("Lớp 12")
    CONTINUING = "gdtx", _("Giáo dục thường xuyên, nghề nghiệp")


GRADES_OF_LEVEL: dict[str, tuple[str, ...]] = {
    Grade.PRIMARY: ("1", "2", "3", "4", "5"),
    Grade.LOWER_SECONDARY: ("6", "7", "8", "9"),
    Grade.UPPER_SECONDARY: ("10", "11", "12"),
}


def grades_that_fit(grade: str) -> frozenset[str]:
    """Return what a reader who asks for a grade or level can use: it, its level or its grades, and what is for all."""
    level = next((level for level, grades in GRADES_OF_LEVEL.items() if grade in grades), "")
    return frozenset({grade, Grade.ALL, level, *GRADES_OF_LEVEL.get(grade, ())})


class License(TextChoices):
    """What others may do with a resource, as its author decided. None is assumed: an editor always chooses."""

    CC0 = "cc0", _("Dùng tự do, không cần hỏi (CC0)")
    CC_BY = "cc-by", _("Dùng tự do, ghi tên tác giả (CC BY)")
    CC_BY_SA = "cc-by-sa", _("Ghi tên tác giả, chia sẻ lại như vậy (CC BY-SA)")
    CC_BY_NC = "cc-by-nc", _("Ghi tên tác giả, không vì mục đích thương mại (CC BY-NC)")
    CC_BY_NC_SA = "cc-by-nc-sa", _("Ghi tên tác giả, phi thương mại, chia sẻ lại như vậy (CC BY-NC-SA)")
    SCHOOLS = "trong-nganh", _("Dùng để dạy và học trong ngành, ghi tên tác giả")
    READ_ONLY = "chi-doc", _("Chỉ để đọc; muốn dùng lại phải hỏi tác giả")


LICENSE_URLS: dict[str, str] = {
    License.CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.vi",
    License.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.vi",
    License.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.vi",
    License.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/deed.vi",
    License.CC_BY_NC_SA: "https://creativecommons.org/licenses/by-nc-sa/4.0/deed.vi",
}


class Audience(TextChoices):
    """For whom a system or service is."""

    EVERYBODY = "moi-nguoi", _("Mọi người")
    FAMILIES = "phu-huynh-hoc-sinh", _("Phụ huynh, học sinh")
    TEACHERS = "giao-vien", _("Giáo viên, nhân viên")
    MANAGERS = "quan-li", _("Cán bộ quản lí")
    OFFICIALS = "cong-chuc", _("Công chức, viên chức của ngành")
