"""The columns of an office's schedule: a row each piece of work, or a row each day with a column each half of it."""

from core.spreadsheets.columns import Columns

# Field → headers as they are met, folded. The first is the one in the template file and in messages.
HEADERS: dict[str, tuple[str, ...]] = {
    "day": ("thứ, ngày", "thu ngay thang", "ngay", "ngay thang", "ngay thang nam", "thu ngay thang nam"),
    "weekday": ("thứ", "thu trong tuan"),
    "session": ("buổi", "buoi trong ngay", "sang chieu"),
    "time": ("giờ", "thoi gian", "gio hop", "thoi gian bat dau"),
    "content": ("nội dung", "noi dung cong viec", "noi dung cong tac", "cong viec", "noi dung lam viec"),
    "chair": ("chủ trì", "nguoi chu tri", "lanh dao", "lanh dao chu tri", "chu tri thuc hien"),
    "participants": ("thành phần", "thanh phan tham du", "thanh phan tham gia", "nguoi tham du", "thanh phan du"),
    "place": ("địa điểm", "dia diem to chuc", "noi hop"),
    "prepared_by": ("đơn vị chuẩn bị", "chuan bi", "phong chuan bi", "don vi thuc hien", "bo phan chuan bi"),
    "morning": ("sáng", "buoi sang"),
    "afternoon": ("chiều", "buoi chieu"),
}
COLUMNS = Columns(HEADERS)
# In these a cell stands for all the lines it is merged over.
MERGED = ("day", "weekday", "session", "chair", "participants", "place", "prepared_by")
TEMPLATE_FIELDS = ("day", "session", "time", "content", "chair", "participants", "place", "prepared_by")
